package org.recourse.insight.figures.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.insight.figures.report.FigureReport;
import org.recourse.insight.figures.report.FigureReport.Line;
import org.recourse.insight.figures.report.Measure;
import org.recourse.spreadsheet.CsvText;
import org.recourse.spreadsheet.SpreadsheetFormat;

/** A report as text/csv: a line for each figure, each of its groups and each of its parts. */
final class FigureCsv {

    private static final List<String> HEADER = List.of(
            "figure",
            "label",
            "from",
            "to",
            "breakdown",
            "group",
            "value",
            "unit",
            "numerator",
            "denominator",
            "per",
            "n",
            "few",
            "mean",
            "median",
            "p90",
            "target",
            "previous",
            "definition",
            "uncounted");

    private FigureCsv() {}

    static String of(FigureReport report, SpreadsheetFormat format) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Line line : report.figures()) {
            rows.add(row(
                    report,
                    line,
                    "",
                    "",
                    line.per(),
                    line.total(),
                    line.previous().value()));
            line.groups()
                    .forEach(group -> rows.add(
                            row(report, line, report.groupBy(), group.group(), group.per(), group.measure(), null)));
            line.parts()
                    .forEach(part ->
                            rows.add(row(report, line, "part", part.group(), part.per(), part.measure(), null)));
        }
        return CsvText.of(format, HEADER, rows);
    }

    private static List<@Nullable Object> row(
            FigureReport report,
            Line line,
            @Nullable String breakdown,
            String group,
            String per,
            Measure measure,
            @Nullable Double previous) {
        return Arrays.asList(
                line.figure(),
                line.label(),
                report.from(),
                report.to(),
                breakdown,
                group,
                measure.value(),
                line.unit(),
                measure.numerator(),
                measure.denominator(),
                per,
                measure.n(),
                measure.few(),
                measure.mean(),
                measure.median(),
                measure.p90(),
                line.target(),
                previous,
                line.definition(),
                report.uncounted());
    }
}
