package org.recourse.insight.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.export.SafeCsv;
import org.recourse.insight.figures.report.FigureReport;
import org.recourse.insight.figures.report.FigureReport.Line;
import org.recourse.insight.figures.report.Measure;

/** A report as text/csv: a line for each figure, each of its groups and each of its parts. */
final class FigureCsv {

    private FigureCsv() {}

    static String of(FigureReport report) {
        SafeCsv csv = new SafeCsv(List.of(
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
                "uncounted"));
        for (Line line : report.figures()) {
            row(
                    csv,
                    report,
                    line,
                    "",
                    "",
                    line.per(),
                    line.total(),
                    line.previous().value());
            line.groups()
                    .forEach(group -> row(
                            csv, report, line, report.groupBy(), group.group(), group.per(), group.measure(), null));
            line.parts()
                    .forEach(part -> row(csv, report, line, "part", part.group(), part.per(), part.measure(), null));
        }
        return csv.toString();
    }

    private static void row(
            SafeCsv csv,
            FigureReport report,
            Line line,
            @Nullable String breakdown,
            String group,
            String per,
            Measure measure,
            @Nullable Double previous) {
        csv.row(
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
