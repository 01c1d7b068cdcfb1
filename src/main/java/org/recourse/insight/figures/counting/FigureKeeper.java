package org.recourse.insight.figures.counting;

import static org.recourse.insight.figures.counting.FigureCounting.CASES_AT_ONCE;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recourse.insight.figures.counting.FigureProgress.Mark;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the facts behind the figures up to date: of the cases whose log has grown since the last time, of those they bear
 * on, and of what has fallen due meanwhile.
 */
@Service
public class FigureKeeper {

    private static final int LINES_AT_ONCE = 50_000;

    /** Lines that were numbered earlier may be committed later; so far back they are looked at again. */
    private static final int LOOK_BACK = 2_000;

    private static final int READERS_LOOK_BACK = 200;

    /** What is written without a line in the log is found by its time, and looked for so much longer. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** The same for a reader, who does not wait until the cases of ten minutes are formed again with each question. */
    private static final Duration READERS_OVERLAP = Duration.ofSeconds(30);

    private final FigureCounting counting;
    private final FigureProgress progress;
    private final ChangedCases changed;

    FigureKeeper(FigureCounting counting, FigureProgress progress, ChangedCases changed) {
        this.counting = counting;
        this.progress = progress;
        this.changed = changed;
    }

    /**
     * One bounded piece of work; when another node is at it, nothing.
     *
     * @return whether everything that is on record is counted now
     */
    @Transactional
    public boolean refresh() {
        return progress.tryHold().map(mark -> goOn(mark, Set.of())).orElse(false);
    }

    /**
     * For somebody who waits for the figures: what a few cases changed is formed at once, more of it is left to the work
     * behind the scenes, which takes up to a minute to begin.
     *
     * @return how many cases are still to be counted; 0 when everything that is on record is counted
     */
    @Transactional
    public int refreshForReader() {
        return progress.tryHold().map(this::goOnForReader).orElseGet(this::leftToOthers);
    }

    private int goOnForReader(Mark mark) {
        if (!counting.isByTheRules(mark)) {
            int all = changed.all();
            if (all <= CASES_AT_ONCE) {
                counting.rebuild();
                return 0;
            }
            return all;
        }
        Set<String> cases = new HashSet<>(changed.silently(mark.countedUntil().minus(READERS_OVERLAP)));
        int waiting = Math.max(cases.size(), changed.grownSince(mark.eventId()));
        if (waiting > CASES_AT_ONCE) {
            return waiting;
        }
        long newest = changed.newestLine();
        if (newest != mark.eventId()) {
            cases.addAll(changed.between(mark.eventId() - READERS_LOOK_BACK, newest));
        }
        counting.count(mark, cases, newest);
        return 0;
    }

    /** While another node, or the work behind the scenes, is at it. */
    private int leftToOthers() {
        Mark mark = progress.read();
        return Math.max(
                changed.grownSince(mark.eventId()),
                changed.silently(mark.countedUntil().minus(READERS_OVERLAP)).size());
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
        progress.tryHold().ifPresent(mark -> {
            List<String> next = changed.next(mark.checkedUntil(), CASES_AT_ONCE / 5);
            goOn(mark, next);
            progress.checked(next.isEmpty() ? "" : next.get(next.size() - 1));
        });
    }

    private boolean goOn(Mark mark, Collection<String> besides) {
        if (!counting.isByTheRules(mark)) {
            counting.rebuild();
            return true;
        }
        long read = mark.eventId();
        long newest = changed.newestLine();
        long until = Math.min(newest, read + LINES_AT_ONCE);
        Set<String> cases = new HashSet<>(besides);
        if (until != read) {
            cases.addAll(changed.between(read - LOOK_BACK, until));
        }
        cases.addAll(changed.silently(mark.countedUntil().minus(OVERLAP)));
        counting.count(mark, cases, until);
        return until == newest;
    }
}
