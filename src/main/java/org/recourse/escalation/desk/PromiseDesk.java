package org.recourse.escalation.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.Callbacks;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Answers;
import org.recourse.form.Choice;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.text.Sentence;
import org.recourse.text.Written;
import org.springframework.stereotype.Component;

/** What people and other systems report about a promise ({@code POST .../promises/{id}}). */
@Component
class PromiseDesk {

    private final Promises promises;
    private final Callbacks callbacks;

    PromiseDesk(Promises promises, Callbacks callbacks) {
        this.promises = promises;
        this.callbacks = callbacks;
    }

    /** What becomes of the promise. */
    enum Report implements Choice {
        KEPT,
        MOVED,
        CANCELLED
    }

    /** Who moved it: a promise that we move is late, one that the customer moves in time counts no more. */
    enum MovedBy implements Choice {
        CUSTOMER,
        US
    }

    /**
     * @throws NoSuchPromise when the case has none of that id
     * @throws RefusedInput when it has ended, or reason or new due time is missing
     */
    void report(EscalationCase escalation, long id, Answers given) {
        Report report = given.requiredChoice("state", Report.class);
        Promise promise = promises.find(id)
                .filter(found -> found.caseNumber().equals(escalation.number()))
                .orElseThrow(() -> new NoSuchPromise(escalation.number(), id));
        Step step = Step.byRoute(escalation.number(), "POST promises");
        String reason = given.text("reason");
        switch (report) {
            case KEPT -> kept(step, promise, reason);
            case CANCELLED -> {
                String why = given.required("reason", Answers.LONG_TEXT, Sentence.of("case.cancel-reason-missing"));
                cancelled(step, promise, why);
            }
            case MOVED -> moved(escalation, step, promise, given, reason == null ? "" : reason);
        }
    }

    private void kept(Step step, Promise promise, @Nullable String reason) {
        if (promise.kind() == PromiseKind.CALLBACK) {
            throw new RefusedInput("state", Sentence.of("case.callback-kept-by-calling"));
        }
        promises.done(step, promise.id(), Written.orNull(reason));
        promises.endProcess(promise.id());
    }

    private void cancelled(Step step, Promise promise, String reason) {
        if (promise.kind() == PromiseKind.CALLBACK) {
            callbacks.cancelByCustomer(step, new Written(reason));
        } else {
            promises.cancelled(step, promise.id(), new Written(reason));
            promises.endProcess(promise.id());
        }
    }

    private void moved(EscalationCase escalation, Step step, Promise promise, Answers given, String reason) {
        Instant dueBy = given.instant("dueBy");
        if (dueBy == null) {
            throw new RefusedInput("dueBy", Sentence.of("case.due-missing"));
        }
        boolean byCustomer = given.choice("movedBy", MovedBy.class) != MovedBy.US;
        if (promise.kind() == PromiseKind.CALLBACK) {
            callbacks.move(step, callbacks.windowEnding(escalation.number(), dueBy), byCustomer);
        } else {
            promises.moved(step, escalation.team(), promise.id(), dueBy, Written.orNull(reason), byCustomer);
        }
    }
}
