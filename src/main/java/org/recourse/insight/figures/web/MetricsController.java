package org.recourse.insight.figures.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.figures.counting.GroupBy;
import org.recourse.insight.figures.counting.Period;
import org.recourse.insight.figures.facts.Fact;
import org.recourse.insight.figures.facts.Figure;
import org.recourse.insight.figures.report.FigureReport;
import org.recourse.insight.figures.report.Figures;
import org.recourse.insight.history.StepTimes;
import org.recourse.spreadsheet.SpreadsheetFormat;
import org.recourse.text.Sentence;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures of a period ({@code from} and {@code to} are days, both included; default: the last thirty days), broken
 * down by {@code groupBy}, as JSON or {@code text/csv}, in the language of the request.
 */
@RestController
@RequestMapping("/api/metrics")
class MetricsController {

    private static final int USUAL_DAYS = 30;
    private static final int SHOWN_AT_MOST = 1000;

    private final Figures figures;
    private final StepTimes steps;
    private final Times times;
    private final InsightAccess access;

    MetricsController(Figures figures, StepTimes steps, Times times, InsightAccess access) {
        this.figures = figures;
        this.steps = steps;
        this.times = times;
        this.access = access;
    }

    @Operation(summary = "The figures of a period", description = "What each means stands in docs/figures.md.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    FigureReport report(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String groupBy,
            Locale language) {
        access.demandFigures();
        return figures.report(period(from, to), groupBy(groupBy), language);
    }

    @Operation(
            summary = "The figures of a period",
            description = "What each means stands in docs/figures.md; for=excel writes the file as Excel opens it.")
    @GetMapping(produces = "text/csv")
    String csv(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String groupBy,
            @RequestParam(name = "for", required = false) @Nullable String program,
            Locale language) {
        return FigureCsv.of(report(from, to, groupBy, language), SpreadsheetFormat.of(program));
    }

    /** One thing behind a figure, for who wants to check the number. */
    record Behind(
            CaseNumber caseNumber,
            Instant at,
            boolean met,
            @Nullable Double value,
            String part) {}

    @Operation(summary = "The cases that a figure counted", description = "At most a thousand, the newest first.")
    @GetMapping("/{figure}/cases")
    List<Behind> behind(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        access.demandCases();
        return figures.behind(figure(figure), period(from, to), SHOWN_AT_MOST).stream()
                .map(MetricsController::behind)
                .toList();
    }

    @Operation(
            summary = "Where cases wait",
            description = "Median and ninth decile of each step that ended in the period.")
    @GetMapping("/steps")
    List<StepTimes.Diagram> steps(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        access.demandFigures();
        Period period = period(from, to);
        return steps.between(
                period.from().atStartOfDay(times.house()).toInstant(),
                period.to().plusDays(1).atStartOfDay(times.house()).toInstant());
    }

    private static Behind behind(Fact fact) {
        return new Behind(
                fact.caseNumber(),
                fact.at(),
                fact.met(),
                Double.isNaN(fact.value()) ? null : fact.value(),
                fact.part());
    }

    private static Figure figure(String key) {
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RefusedInput(
                        "figure",
                        Sentence.of(
                                "figure.no-such-figure",
                                key,
                                Arrays.stream(Figure.values()).map(Figure::key).collect(Collectors.joining(", ")))));
    }

    private Period period(@Nullable String from, @Nullable String to) {
        LocalDate last = to == null || to.isBlank() ? figures.today() : day("to", to);
        LocalDate first = from == null || from.isBlank() ? last.minusDays(USUAL_DAYS - 1) : day("from", from);
        return new Period(first, last);
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new RefusedInput(field, Sentence.of("form.not-a-day", text));
        }
    }

    private static @Nullable GroupBy groupBy(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        return Arrays.stream(GroupBy.values())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RefusedInput(
                        "groupBy",
                        Sentence.of(
                                "figure.no-such-breakdown",
                                key,
                                Arrays.stream(GroupBy.values())
                                        .map(GroupBy::key)
                                        .collect(Collectors.joining(", ")))));
    }
}
