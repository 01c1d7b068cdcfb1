package org.recourse.insight.figures.counting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.recourse.calendar.Calendars;
import org.recourse.insight.figures.counting.FigureProgress.Mark;
import org.recourse.insight.figures.counting.KeptFacts.Dated;
import org.recourse.insight.figures.facts.Fact;
import org.recourse.insight.figures.facts.Facts;
import org.recourse.insight.figures.facts.FigureProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms the facts of cases from their records and counts them; how often it is done, the result is the same. */
@Service
@EnableConfigurationProperties(FigureProperties.class)
public class FigureCounting {

    static final int CASES_AT_ONCE = 500;

    private final List<Facts> sources;
    private final KeptFacts kept;
    private final ChangedCases changed;
    private final FigureProgress progress;
    private final Calendars calendars;
    private final FigureProperties properties;
    private final Clock clock;

    FigureCounting(
            List<Facts> sources,
            KeptFacts kept,
            ChangedCases changed,
            FigureProgress progress,
            Calendars calendars,
            FigureProperties properties,
            Clock clock) {
        this.sources = sources;
        this.kept = kept;
        this.changed = changed;
        this.progress = progress;
        this.calendars = calendars;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What a rebuild did.
     *
     * @param differing days whose figures were others before
     */
    public record Rebuilt(int cases, SortedSet<LocalDate> differing) {}

    /**
     * Forms everything again from the records of the cases; readers see what was there until it is done.
     */
    @Transactional
    public Rebuilt rebuild() {
        progress.hold();
        long newest = changed.newestLine();
        Instant now = clock.instant();
        Map<LocalDate, String> before = kept.sumOfEachDay();
        kept.forget();
        Set<LocalDate> days = new HashSet<>();
        int cases = 0;
        String last = "";
        for (List<String> some = changed.next(last, CASES_AT_ONCE);
                !some.isEmpty();
                some = changed.next(last, CASES_AT_ONCE)) {
            days.addAll(form(some));
            cases += some.size();
            last = some.get(some.size() - 1);
        }
        kept.count(days, now);
        progress.counted(newest, now, rules());
        Map<LocalDate, String> after = kept.sumOfEachDay();
        SortedSet<LocalDate> differing = new TreeSet<>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(day -> Objects.equals(before.get(day), after.get(day)));
        return new Rebuilt(cases, differing);
    }

    /** Whether what is kept was formed under the rules of now; other rules, other facts. */
    boolean isByTheRules(Mark mark) {
        return mark.rules().equals(rules());
    }

    /**
     * Forms the facts of these cases again, and counts what has fallen due since.
     *
     * @param until the newest line of the log that this takes in
     */
    void count(Mark mark, Collection<String> cases, long until) {
        Instant now = clock.instant();
        Set<LocalDate> days = new HashSet<>(kept.daysThatCount(mark.countedUntil(), now));
        List<String> all = new ArrayList<>(cases);
        for (int from = 0; from < all.size(); from += CASES_AT_ONCE) {
            days.addAll(form(all.subList(from, Math.min(from + CASES_AT_ONCE, all.size()))));
        }
        kept.count(days, now);
        progress.counted(until, now, rules());
    }

    /** What is left to the house and stands in every fact. */
    private String rules() {
        return "resolution %d, repeat %d, idle %s, days in %s"
                .formatted(
                        properties.resolutionDays(),
                        properties.repeatDays(),
                        properties.idleAfter(),
                        calendars.zones());
    }

    private Set<LocalDate> form(List<String> cases) {
        List<Dated> facts = sources.stream()
                .flatMap(source -> source.of(cases).stream())
                .map(fact -> new Dated(fact, day(fact)))
                .toList();
        return kept.replace(cases, facts);
    }

    /** Days are days in the team's zone. */
    private LocalDate day(Fact fact) {
        return LocalDate.ofInstant(fact.at(), calendars.of(fact.facets().team()).zone());
    }
}
