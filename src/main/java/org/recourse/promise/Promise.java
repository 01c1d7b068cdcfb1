package org.recourse.promise;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;
import org.recourse.text.Written;

/**
 * One commitment to a customer.
 *
 * @param dueBy done exactly then is kept
 * @param doneAt when it was done, cancelled, moved, or given up with its case
 * @param brokenAt two business days after {@code dueBy}: not done by then it counts as broken
 */
public record Promise(
        long id,
        CaseNumber caseNumber,
        PromiseKind kind,
        Saying what,
        String owner,
        Instant madeAt,
        Instant dueBy,
        Instant brokenAt,
        PromiseState state,
        @Nullable Instant doneAt,
        @Nullable Saying reason) {

    /** Still to be done: open, late, or broken and not made good. */
    public boolean isPending() {
        return doneAt == null
                && (state == PromiseState.OPEN || state == PromiseState.LATE || state == PromiseState.BROKEN);
    }

    /** What it is when it is done at that instant: exactly on time is kept. */
    PromiseState stateWhenDone(Instant at) {
        if (state == PromiseState.BROKEN || at.isAfter(brokenAt)) {
            return PromiseState.BROKEN;
        }
        return at.isAfter(dueBy) ? PromiseState.LATE : PromiseState.KEPT;
    }

    /** What was promised, to stand inside a sentence: without its full stop. */
    Saying clause() {
        return what instanceof Written written
                ? new Written(written.words().strip().replaceFirst("(?<!\\.)\\.+$", ""))
                : what;
    }

    /** As other systems and the case file see it. */
    public ToldPromise told(Function<Saying, String> speech) {
        return new ToldPromise(
                id,
                caseNumber,
                kind,
                speech.apply(what),
                owner,
                madeAt,
                dueBy,
                brokenAt,
                state,
                doneAt,
                reason == null ? null : speech.apply(reason));
    }

    /** When it was done, or when it counts as broken if it is not. */
    public Instant endsAt() {
        return doneAt != null && doneAt.isBefore(brokenAt) ? doneAt : brokenAt;
    }
}
