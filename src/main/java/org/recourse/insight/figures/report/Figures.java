package org.recourse.insight.figures.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Calendars;
import org.recourse.insight.figures.counting.CountedFacts;
import org.recourse.insight.figures.counting.FigureKeeper;
import org.recourse.insight.figures.counting.GroupBy;
import org.recourse.insight.figures.counting.Period;
import org.recourse.insight.figures.counting.Tally;
import org.recourse.insight.figures.counting.Volumes;
import org.recourse.insight.figures.counting.Volumes.Volume;
import org.recourse.insight.figures.facts.Fact;
import org.recourse.insight.figures.facts.Figure;
import org.recourse.insight.figures.facts.FigureProperties;
import org.recourse.insight.figures.report.FigureReport.Group;
import org.recourse.insight.figures.report.FigureReport.Line;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Service;

/** Counts the figures of docs/figures.md over a period and the one before (R24). */
@Service
public class Figures {

    private final FigureKeeper keeper;
    private final CountedFacts counted;
    private final Volumes volumes;
    private final Calendars calendars;
    private final FigureProperties properties;
    private final Speech speech;
    private final Clock clock;

    Figures(
            FigureKeeper keeper,
            CountedFacts counted,
            Volumes volumes,
            Calendars calendars,
            FigureProperties properties,
            Speech speech,
            Clock clock) {
        this.keeper = keeper;
        this.counted = counted;
        this.volumes = volumes;
        this.calendars = calendars;
        this.properties = properties;
        this.speech = speech;
        this.clock = clock;
    }

    /** Today on the house's clock. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendars.standard().zone());
    }

    /** The figures of a period, of everything that is on record now. */
    public FigureReport report(Period period, @Nullable GroupBy groupBy, Locale language) {
        int uncounted = keeper.refreshForReader();
        Period before = period.previous();
        Map<Figure, List<Tally>> now = tallies(period, groupBy);
        Map<Figure, List<Tally>> then = tallies(before, null);
        HandledByTelephony handled = handled(period);
        HandledByTelephony handledBefore = handled(before);
        List<Line> lines = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            List<Tally> facts = now.getOrDefault(figure, List.of());
            List<Tally> earlier = then.getOrDefault(figure, List.of());
            boolean fed = figure == Figure.ESCALATION_RATE && handled.isKnown();
            lines.add(new Line(
                    figure.key(),
                    said(language, "figure.label." + called(figure, fed)),
                    said(language, "figure.definition." + figure.key()),
                    said(language, "figure.time." + figure.key()),
                    per(language, figure, fed),
                    figure.unit().key(),
                    figure.better().key(),
                    properties.targets().get(figure.key()),
                    fed ? Measure.of(figure, facts, handled.all()) : Measure.of(figure, facts),
                    fed && handledBefore.isKnown()
                            ? Measure.of(figure, earlier, handledBefore.all())
                            : Measure.of(figure, earlier),
                    groupBy == null ? List.of() : groups(language, figure, facts, groupBy, fed ? handled : null),
                    parts(language, figure, facts)));
        }
        return new FigureReport(
                period.from(),
                period.to(),
                before.from(),
                before.to(),
                groupBy == null ? null : groupBy.key(),
                uncounted == 0,
                uncounted,
                lines);
    }

    /** What stands behind a figure: the things it counted, the newest first. */
    public List<Fact> behind(Figure figure, Period period, int atMost) {
        keeper.refreshForReader();
        return counted.behind(figure, period, clock.instant(), atMost);
    }

    private Map<Figure, List<Tally>> tallies(Period period, @Nullable GroupBy groupBy) {
        return counted.within(period, groupBy).stream().collect(Collectors.groupingBy(Tally::figure));
    }

    private HandledByTelephony handled(Period period) {
        List<Volume> reported = volumes.within(period);
        return HandledByTelephony.of(reported, reported.isEmpty() ? Set.of() : counted.daysWithCases(period));
    }

    private String per(Locale language, Figure figure, boolean fed) {
        return said(language, "figure.per." + called(figure, fed));
    }

    /** Without volumes from telephony the rate is called what it is then: a share of the cases. */
    private static String called(Figure figure, boolean fed) {
        return figure == Figure.ESCALATION_RATE && !fed ? figure.key() + "-unfed" : figure.key();
    }

    private String said(Locale language, String key) {
        return speech.say(Sentence.of(key, properties.resolutionDays(), properties.repeatDays()), language);
    }

    private List<Group> groups(
            Locale language, Figure figure, List<Tally> facts, GroupBy groupBy, @Nullable HandledByTelephony handled) {
        Map<String, List<Tally>> groups = grouped(facts, Tally::group);
        boolean fed = handled != null && groupBy.isInVolumes();
        Map<String, Long> denominators = fed ? Objects.requireNonNull(handled).by(groupBy) : Map.of();
        Set<String> names = new HashSet<>(groups.keySet());
        names.addAll(denominators.keySet());
        return names.stream()
                .sorted()
                .map(name -> {
                    List<Tally> counted = groups.getOrDefault(name, List.of());
                    boolean known = fed && denominators.containsKey(name);
                    return new Group(
                            name,
                            per(language, figure, known),
                            known
                                    ? Measure.of(figure, counted, Objects.requireNonNull(denominators.get(name)))
                                    : Measure.of(figure, counted));
                })
                .toList();
    }

    private List<Group> parts(Locale language, Figure figure, List<Tally> facts) {
        Map<String, List<Tally>> parts = grouped(facts, Tally::part);
        parts.remove("");
        return parts.entrySet().stream()
                .map(part -> new Group(
                        part.getKey(),
                        per(language, figure, false),
                        // a trigger is known of what was escalated only
                        figure == Figure.ESCALATION_RATE
                                ? Measure.of(figure, part.getValue(), Measure.number(facts))
                                : Measure.of(figure, part.getValue())))
                .toList();
    }

    private static TreeMap<String, List<Tally>> grouped(List<Tally> facts, Function<Tally, String> by) {
        return facts.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }
}
