package org.recourse.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/**
 * The whole course of one clock, from which its due time is computed, today as on the day it was stored. Time that was
 * waited once counts: a new target or calendar holds from its instant on.
 */
final class Course {

    private final Instant startedAt;
    private final List<Stretch> valid = new ArrayList<>();
    private final int written;

    Course(Instant startedAt, Collection<Stretch> stretches) {
        this.startedAt = startedAt;
        this.written = stretches.size();
        stretches.stream().sorted(Comparator.comparingInt(Stretch::seq)).forEach(this::add);
    }

    private void add(Stretch stretch) {
        valid.removeIf(planned -> !planned.from().isBefore(stretch.from()));
        valid.add(stretch);
    }

    /** When the target is reached; exactly then is still in time. */
    Instant due(Function<String, BusinessCalendar> calendars) {
        return reached(1, 1, calendars);
    }

    /** When so many percent of the target are reached. */
    Instant reached(int percent, Function<String, BusinessCalendar> calendars) {
        return reached(percent, 100, calendars);
    }

    private Instant reached(long part, long whole, Function<String, BusinessCalendar> calendars) {
        Stretch last = valid.get(valid.size() - 1);
        if (!last.target().isBusinessTime()) {
            Instant due = last.target().dueAfter(startedAt, calendars.apply(last.calendar()));
            return startedAt.plus(
                    Duration.between(startedAt, due).multipliedBy(part).dividedBy(whole));
        }
        Duration waited = Duration.ZERO;
        for (int i = 0; i < valid.size(); i++) {
            Stretch stretch = valid.get(i);
            if (stretch.running()) {
                BusinessCalendar calendar = calendars.apply(stretch.calendar());
                Duration target = Duration.ofMinutes(stretch.target().amount())
                        .multipliedBy(part)
                        .dividedBy(whole);
                Duration left = target.minus(waited);
                if (left.isNegative()) {
                    return stretch.from();
                }
                Instant end = calendar.plus(stretch.from(), left);
                if (i == valid.size() - 1 || !end.isAfter(valid.get(i + 1).from())) {
                    return end;
                }
                waited = waited.plus(
                        calendar.between(stretch.from(), valid.get(i + 1).from()));
            }
        }
        throw new IllegalStateException("a clock that pauses has to say when it goes on");
    }

    /** The stretch at that instant, when it is a pause. */
    Optional<Stretch> pausedAt(Instant instant) {
        return Optional.of(at(instant)).filter(stretch -> !stretch.running());
    }

    Stretch at(Instant instant) {
        Stretch found = valid.get(0);
        for (Stretch stretch : valid) {
            if (!stretch.from().isAfter(instant)) {
                found = stretch;
            }
        }
        return found;
    }

    /** When a pause that holds at that instant is over. */
    Instant goesOnAfter(Instant instant) {
        return valid.stream()
                .filter(stretch -> stretch.running() && stretch.from().isAfter(instant))
                .findFirst()
                .map(Stretch::from)
                .orElse(instant);
    }

    /** Pauses from one instant to another, from which it goes on by itself. */
    List<Stretch> paused(Instant from, Instant until, Saying cause) {
        Stretch now = at(from);
        return List.of(
                new Stretch(written, from, false, cause, now.target(), now.rule(), now.calendar()),
                new Stretch(written + 1, until, true, goesOn(cause), now.target(), now.rule(), now.calendar()));
    }

    private static Saying goesOn(Saying cause) {
        return Sentence.of("clock.cause.goes-on", cause);
    }

    /** Goes on before it was planned to, because what it waited for came. */
    List<Stretch> resumed(Instant from, Saying cause) {
        Stretch now = at(from);
        return List.of(new Stretch(written, from, true, goesOn(cause), now.target(), now.rule(), now.calendar()));
    }

    /** Everything from that instant on in another way; a pause that was planned stays as it is. */
    List<Stretch> changed(Instant from, UnaryOperator<Stretch> change) {
        List<Stretch> changed = new ArrayList<>();
        changed.add(change.apply(at(from)).at(written, from));
        for (Stretch planned : valid) {
            if (planned.from().isAfter(from)) {
                changed.add(change.apply(planned).at(written + changed.size(), planned.from()));
            }
        }
        return changed;
    }

    /** The course after these were written, too. */
    Course with(Collection<Stretch> more) {
        List<Stretch> all = new ArrayList<>(valid);
        all.addAll(more);
        return new Course(startedAt, all);
    }
}
