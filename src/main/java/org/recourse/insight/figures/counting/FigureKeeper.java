package org.recourse.insight.figures.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.recourse.calendar.Calendars;
import org.recourse.insight.figures.counting.KeptFacts.Dated;
import org.recourse.insight.figures.facts.Fact;
import org.recourse.insight.figures.facts.Facts;
import org.recourse.insight.figures.facts.FigureProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the facts behind the figures up to date: of the cases whose log has grown since the last time, of those they bear
 * on, and of what has fallen due meanwhile. Everything can be formed again from the records of the cases, with the same
 * result.
 */
@Service
@EnableConfigurationProperties(FigureProperties.class)
public class FigureKeeper {

    private static final int CASES_AT_ONCE = 500;
    private static final int LINES_AT_ONCE = 50_000;

    /** Lines that were numbered earlier may be committed later; so far back they are looked at again. */
    private static final int LOOK_BACK = 2_000;

    private static final int READERS_LOOK_BACK = 200;

    /** What is written without a line in the log is found by its time, and looked for so much longer. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** The same for a reader, who does not wait until the cases of ten minutes are formed again with each question. */
    private static final Duration READERS_OVERLAP = Duration.ofSeconds(30);

    private final List<Facts> sources;
    private final KeptFacts kept;
    private final ChangedCases changed;
    private final Calendars calendars;
    private final FigureProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    FigureKeeper(
            List<Facts> sources,
            KeptFacts kept,
            ChangedCases changed,
            Calendars calendars,
            FigureProperties properties,
            JdbcClient jdbc,
            Clock clock) {
        this.sources = sources;
        this.kept = kept;
        this.changed = changed;
        this.calendars = calendars;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a rebuild did.
     *
     * @param differing days whose figures were others before
     */
    public record Rebuilt(int cases, SortedSet<LocalDate> differing) {}

    private record Progress(long eventId, Instant countedUntil, String checkedUntil, String rules) {}

    /**
     * One bounded piece of work; when another node is at it, nothing.
     *
     * @return whether everything that is on record is counted now
     */
    @Transactional
    public boolean refresh() {
        return lock().map(progress -> goOn(progress, Set.of())).orElse(false);
    }

    /**
     * For somebody who waits for the figures: what a few cases changed is formed at once, more of it is left to the work
     * behind the scenes, which takes up to a minute to begin.
     *
     * @return how many cases are still to be counted; 0 when everything that is on record is counted
     */
    @Transactional
    public int refreshForReader() {
        return lock().map(this::goOnForReader).orElseGet(this::leftToOthers);
    }

    private int goOnForReader(Progress progress) {
        if (!progress.rules().equals(rules())) {
            int all = changed.all();
            if (all <= CASES_AT_ONCE) {
                rebuild();
                return 0;
            }
            return all;
        }
        Set<String> cases =
                new HashSet<>(changed.silently(progress.countedUntil().minus(READERS_OVERLAP)));
        int waiting = Math.max(cases.size(), changed.grownSince(progress.eventId()));
        if (waiting > CASES_AT_ONCE) {
            return waiting;
        }
        long newest = changed.newestLine();
        if (newest != progress.eventId()) {
            cases.addAll(changed.between(progress.eventId() - READERS_LOOK_BACK, newest));
        }
        count(progress, cases, newest);
        return 0;
    }

    /** While another node, or the work behind the scenes, is at it. */
    private int leftToOthers() {
        Progress progress = jdbc.sql("select * from figure_progress")
                .query(FigureKeeper::progress)
                .single();
        return Math.max(
                changed.grownSince(progress.eventId()),
                changed.silently(progress.countedUntil().minus(READERS_OVERLAP)).size());
    }

    /**
     * The same, and some cases besides that nobody is known to have changed, one after the other: whatever a change should
     * have told and did not is mended within a day or two.
     */
    @Scheduled(
            initialDelayString = "${recourse.figures.first-after:PT1M}",
            fixedDelayString = "${recourse.figures.every:PT1M}")
    @Transactional
    public void refreshAndCheck() {
        lock().ifPresent(progress -> {
            List<String> next = changed.next(progress.checkedUntil(), CASES_AT_ONCE / 5);
            goOn(progress, next);
            jdbc.sql("update figure_progress set checked_until = ?")
                    .param(next.isEmpty() ? "" : next.get(next.size() - 1))
                    .update();
        });
    }

    /**
     * Forms everything again from the records of the cases; readers see what was there until it is done.
     */
    @Transactional
    public Rebuilt rebuild() {
        jdbc.sql("select event_id from figure_progress for update")
                .query(Long.class)
                .single();
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
        write(newest, now);
        Map<LocalDate, String> after = kept.sumOfEachDay();
        SortedSet<LocalDate> differing = new TreeSet<>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(day -> Objects.equals(before.get(day), after.get(day)));
        return new Rebuilt(cases, differing);
    }

    /** What is left to the house and stands in every fact: other rules, other facts. */
    private String rules() {
        return "resolution %d, repeat %d, idle %s, days in %s"
                .formatted(
                        properties.resolutionDays(),
                        properties.repeatDays(),
                        properties.idleAfter(),
                        calendars.zones());
    }

    private Optional<Progress> lock() {
        return jdbc.sql("select * from figure_progress for update skip locked")
                .query(FigureKeeper::progress)
                .optional();
    }

    private static Progress progress(ResultSet row, int n) throws SQLException {
        return new Progress(
                row.getLong("event_id"),
                row.getObject("counted_until", OffsetDateTime.class).toInstant(),
                row.getString("checked_until"),
                row.getString("rules"));
    }

    private boolean goOn(Progress progress, Collection<String> besides) {
        if (!progress.rules().equals(rules())) {
            rebuild();
            return true;
        }
        long read = progress.eventId();
        long newest = changed.newestLine();
        long until = Math.min(newest, read + LINES_AT_ONCE);
        Set<String> cases = new HashSet<>(besides);
        if (until != read) {
            cases.addAll(changed.between(read - LOOK_BACK, until));
        }
        cases.addAll(changed.silently(progress.countedUntil().minus(OVERLAP)));
        count(progress, cases, until);
        return until == newest;
    }

    private void count(Progress progress, Set<String> cases, long until) {
        Instant now = clock.instant();
        Set<LocalDate> days = new HashSet<>(kept.daysThatCount(progress.countedUntil(), now));
        List<String> all = new ArrayList<>(cases);
        for (int from = 0; from < all.size(); from += CASES_AT_ONCE) {
            days.addAll(form(all.subList(from, Math.min(from + CASES_AT_ONCE, all.size()))));
        }
        kept.count(days, now);
        write(until, now);
    }

    private void write(long eventId, Instant countedUntil) {
        jdbc.sql("update figure_progress set event_id = ?, counted_until = ?, rules = ?")
                .params(eventId, countedUntil.atOffset(ZoneOffset.UTC), rules())
                .update();
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
