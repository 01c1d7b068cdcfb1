package org.recourse.insight.search.web;

import java.util.List;
import org.recourse.export.SafeCsv;
import org.recourse.insight.search.FoundCase;

/** What a search found as text/csv, a line for each case. */
final class FoundCasesCsv {

    private FoundCasesCsv() {}

    static String of(List<FoundCase> cases) {
        SafeCsv csv = new SafeCsv(List.of(
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
                "practice"));
        for (FoundCase each : cases) {
            csv.row(
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
        return csv.toString();
    }
}
