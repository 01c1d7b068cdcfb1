package org.recourse.insight.search.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.insight.search.FoundCase;
import org.recourse.spreadsheet.CsvText;
import org.recourse.spreadsheet.SpreadsheetFormat;

/** What a search found as text/csv, a line for each case. */
final class FoundCasesCsv {

    private static final List<String> HEADER = List.of(
            "caseNumber",
            "title",
            "customerNumber",
            "customerName",
            "team",
            "product",
            "channel",
            "level",
            "state",
            "outcome",
            "cause",
            "trigger",
            "agent",
            "owner",
            "settledBy",
            "offeredTo",
            "urgency",
            "openedAt",
            "settledAt",
            "closedAt",
            "deadline",
            "practice");

    private FoundCasesCsv() {}

    static String of(List<FoundCase> cases, SpreadsheetFormat format) {
        return CsvText.of(format, HEADER, cases.stream().map(FoundCasesCsv::row).toList());
    }

    private static List<@Nullable Object> row(FoundCase each) {
        return Arrays.asList(
                each.caseNumber(),
                each.title(),
                each.customerNumber(),
                each.customerName(),
                each.team(),
                each.product(),
                each.channel(),
                each.level(),
                each.state(),
                each.outcome(),
                each.cause(),
                each.trigger(),
                each.agent(),
                each.owner(),
                each.settledBy(),
                each.offeredTo(),
                each.urgency(),
                each.openedAt(),
                each.settledAt(),
                each.closedAt(),
                each.deadline(),
                each.practice());
    }
}
