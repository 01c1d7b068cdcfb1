package org.recourse.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.recourse.clock.ClockSteps;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves time from one due job to the next, each with its work done before the next, as if it was lived through. */
@Component
@Profile("demo")
class PassageOfTime {

    private final PendingJobs jobs;
    private final ClockSteps clocks;
    private final Clock clock;

    PassageOfTime(PendingJobs jobs, ClockSteps clocks, Clock clock) {
        this.jobs = jobs;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * The clock goes on by itself meanwhile and is never turned back.
     *
     * @param patience what is not done by then is done later, after the move
     * @param moved told by how many milliseconds the clock is ahead of the machine's, for each move
     * @return whether everything that was due is done
     */
    boolean to(Instant until, Duration patience, LongConsumer moved) {
        long deadline = System.nanoTime() + patience.toNanos();
        Instant target = until.truncatedTo(ChronoUnit.MILLIS);
        boolean done = work(left(deadline));
        Optional<Instant> next = nextDue(target);
        while (next.isPresent() && left(deadline) > 0) {
            move(next.get(), moved);
            done = work(left(deadline));
            next = nextDue(target);
        }
        move(target, moved);
        return work(Math.max(left(deadline), 1000)) && done;
    }

    /** Clocks that run low start something that may be due at once. */
    private boolean work(long patienceMillis) {
        clocks.run();
        return jobs.workOff(patienceMillis);
    }

    private Optional<Instant> nextDue(Instant until) {
        Instant now = clock.instant();
        return Stream.of(jobs.nextDue(now, until), clocks.nextDue(now, until))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void move(Instant instant, LongConsumer moved) {
        if (instant.isAfter(clock.instant())) {
            long ahead = instant.toEpochMilli() - System.currentTimeMillis();
            jobs.setOffset(ahead);
            moved.accept(ahead);
        }
    }

    private static long left(long deadline) {
        return Math.max(0, Duration.ofNanos(deadline - System.nanoTime()).toMillis());
    }
}
