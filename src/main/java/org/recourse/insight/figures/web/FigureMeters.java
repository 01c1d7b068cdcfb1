package org.recourse.insight.figures.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.Team;
import org.recourse.insight.figures.counting.GroupBy;
import org.recourse.insight.figures.counting.Period;
import org.recourse.insight.figures.facts.Figure;
import org.recourse.insight.figures.report.FigureReport;
import org.recourse.insight.figures.report.FigureReport.Group;
import org.recourse.insight.figures.report.FigureReport.Line;
import org.recourse.insight.figures.report.Figures;
import org.recourse.insight.figures.report.Measure;
import org.recourse.text.Fallback;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The figures of the last thirty days as metrics, whole and per team: {@code recourse_figure} with its value, its
 * denominator in {@code recourse_figure_n}. Counted at most once in five minutes, however often somebody asks.
 */
@Component
public class FigureMeters implements MeterBinder {

    private static final int DAYS = 30;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String ALL = "all";

    private final Figures figures;
    private final Clock clock;
    private final List<Team> teams;
    private Map<String, Measure> counted = Map.of();
    private @Nullable Instant countedAt;

    public FigureMeters(Figures figures, Clock clock, @Value("${recourse.teams}") List<Team> teams) {
        this.figures = figures;
        this.clock = clock;
        this.teams = teams;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        List<String> everybody = new ArrayList<>(List.of(ALL));
        teams.forEach(team -> everybody.add(team.value()));
        for (Figure figure : Figure.values()) {
            for (String team : everybody) {
                gauge(registry, "recourse.figure", figure, team, Measure::value);
                gauge(registry, "recourse.figure.n", figure, team, measure -> (double) measure.n());
            }
        }
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            Figure figure,
            String team,
            Function<Measure, @Nullable Double> value) {
        Gauge.builder(name, () -> {
                    Measure measure = measure(figure.key() + "/" + team);
                    return measure == null ? null : Objects.requireNonNullElse(value.apply(measure), Double.NaN);
                })
                .tag("figure", figure.key())
                .tag("team", team)
                .tag("unit", figure.unit().key())
                .description("Figures of docs/figures.md over the last thirty days")
                .register(registry);
    }

    private synchronized @Nullable Measure measure(String key) {
        Instant now = clock.instant();
        Instant last = countedAt;
        if (last == null || Duration.between(last, now).abs().compareTo(FRESH) > 0) {
            countedAt = now;
            counted = count();
        }
        return counted.get(key);
    }

    private Map<String, Measure> count() {
        LocalDate today = figures.today();
        FigureReport report =
                figures.report(new Period(today.minusDays(DAYS - 1), today), GroupBy.TEAM, Fallback.LANGUAGE);
        Map<String, Measure> measures = new HashMap<>();
        for (Line line : report.figures()) {
            measures.put(line.figure() + "/" + ALL, line.total());
            for (Group group : line.groups()) {
                measures.put(line.figure() + "/" + group.group(), group.measure());
            }
        }
        return measures;
    }
}
