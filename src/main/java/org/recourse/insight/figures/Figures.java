package org.recourse.insight.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.recourse.insight.figures.FigureReport.Group;
import org.recourse.insight.figures.FigureReport.Line;
import org.recourse.insight.figures.Volumes.Volume;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the figures of definitions.md over a period and the one before (R24). */
@Service
@EnableConfigurationProperties(FigureProperties.class)
public class Figures {

    private final List<Facts> sources;
    private final Volumes volumes;
    private final Calendars calendars;
    private final FigureProperties properties;
    private final FigureTexts texts;
    private final Clock clock;

    Figures(
            List<Facts> sources,
            Volumes volumes,
            Calendars calendars,
            FigureProperties properties,
            FigureTexts texts,
            Clock clock) {
        this.sources = sources;
        this.volumes = volumes;
        this.calendars = calendars;
        this.properties = properties;
        this.texts = texts;
        this.clock = clock;
    }

    /** Today on the house's clock. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendars.standard().zone());
    }

    /** The figures of a period, in one consistent view of the records. */
    @Transactional(readOnly = true)
    public FigureReport report(Period period, @Nullable GroupBy groupBy, Locale language) {
        Period before = period.previous();
        Map<Figure, List<Fact>> now = facts(period);
        Map<Figure, List<Fact>> then = facts(before);
        Handled handled = Handled.of(volumes.within(period), now(now), this::day);
        Handled handledBefore = Handled.of(volumes.within(before), now(then), this::day);
        List<Line> lines = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            List<Fact> facts = now.getOrDefault(figure, List.of());
            List<Fact> earlier = then.getOrDefault(figure, List.of());
            boolean fed = figure == Figure.ESCALATION_RATE && handled.isKnown();
            lines.add(new Line(
                    figure.key(),
                    texts.of(language, figure, figure == Figure.ESCALATION_RATE && !fed ? "label.unfed" : "label"),
                    texts.of(language, figure, "definition")
                            .formatted(properties.resolutionDays(), properties.repeatDays()),
                    texts.of(language, figure, "time"),
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
                period.from(), period.to(), before.from(), before.to(), groupBy == null ? null : groupBy.key(), lines);
    }

    /** What stands behind a figure: the things it counted, the newest first. */
    @Transactional(readOnly = true)
    public List<Fact> behind(Figure figure, Period period) {
        return facts(period).getOrDefault(figure, List.of()).stream()
                .sorted(java.util.Comparator.comparing(Fact::at).reversed())
                .toList();
    }

    private Map<Figure, List<Fact>> facts(Period period) {
        Span span = Span.around(period, clock.instant());
        Map<Figure, List<Fact>> facts = new EnumMap<>(Figure.class);
        for (Facts source : sources) {
            for (Fact fact : source.within(span)) {
                if (period.contains(day(fact))) {
                    facts.computeIfAbsent(fact.figure(), figure -> new ArrayList<>())
                            .add(fact);
                }
            }
        }
        return facts;
    }

    private static List<Fact> now(Map<Figure, List<Fact>> facts) {
        return facts.getOrDefault(Figure.ESCALATION_RATE, List.of());
    }

    /** Days are days in the team's zone. */
    private LocalDate day(Fact fact) {
        return LocalDate.ofInstant(fact.at(), calendars.of(fact.facets().team()).zone());
    }

    private String per(Locale language, Figure figure, boolean fed) {
        return texts.of(language, figure, figure == Figure.ESCALATION_RATE && !fed ? "per.unfed" : "per");
    }

    private List<Group> groups(
            Locale language, Figure figure, List<Fact> facts, GroupBy groupBy, @Nullable Handled handled) {
        Map<String, List<Fact>> groups = grouped(facts, fact -> groupBy.of(fact.facets(), day(fact)));
        boolean fed = handled != null && groupBy.isInVolumes();
        Map<String, Long> denominators = fed ? Objects.requireNonNull(handled).by(groupBy) : Map.of();
        Set<String> names = new HashSet<>(groups.keySet());
        names.addAll(denominators.keySet());
        return names.stream()
                .sorted()
                .map(name -> {
                    List<Fact> counted = groups.getOrDefault(name, List.of());
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

    private List<Group> parts(Locale language, Figure figure, List<Fact> facts) {
        Map<String, List<Fact>> parts = grouped(facts, Fact::part);
        parts.remove("");
        return parts.entrySet().stream()
                .map(part -> new Group(
                        part.getKey(),
                        per(language, figure, false),
                        // a trigger is known of what was escalated only
                        figure == Figure.ESCALATION_RATE
                                ? Measure.of(figure, part.getValue(), facts.size())
                                : Measure.of(figure, part.getValue())))
                .toList();
    }

    private static TreeMap<String, List<Fact>> grouped(List<Fact> facts, Function<Fact, String> by) {
        return facts.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    /**
     * Contacts handled in a period. Known only when telephony reported each day of each team that has cases: half a feed
     * would make the rate look better or worse than it was.
     */
    private record Handled(List<Volume> volumes, boolean isKnown) {

        static Handled of(List<Volume> volumes, List<Fact> cases, Function<Fact, LocalDate> day) {
            Set<List<Object>> reported = volumes.stream()
                    .map(volume -> List.<Object>of(volume.team(), volume.day()))
                    .collect(Collectors.toSet());
            boolean known = !volumes.isEmpty()
                    && cases.stream()
                            .allMatch(fact -> reported.contains(
                                    List.<Object>of(fact.facets().team(), day.apply(fact))));
            return new Handled(volumes, known);
        }

        long all() {
            return volumes.stream().mapToLong(Volume::contacts).sum();
        }

        Map<String, Long> by(GroupBy groupBy) {
            return volumes.stream()
                    .collect(Collectors.groupingBy(
                            volume -> groupBy.of(
                                    new Facets(
                                            volume.team(),
                                            Facets.product(volume.product()),
                                            Facets.NOT_NAMED,
                                            volume.channel(),
                                            0),
                                    volume.day()),
                            Collectors.summingLong(Volume::contacts)));
        }
    }
}
