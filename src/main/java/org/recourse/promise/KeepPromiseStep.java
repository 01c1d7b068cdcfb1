package org.recourse.promise;

import static org.recourse.form.SteeringVariable.Lasting.PROMISE_ID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.stereotype.Component;

/** The owner does what was promised; submitting the step says: done now. */
@Component
class KeepPromiseStep implements FormStep {

    private static final int PRIORITY = 60;

    private static final int REFERENCE = 100;

    private final Promises promises;
    private final PaymentsByHand payments;
    private final Speech speech;

    KeepPromiseStep(Promises promises, PaymentsByHand payments, Speech speech) {
        this.promises = promises;
        this.payments = payments;
        this.speech = speech;
    }

    @Override
    public String form() {
        return "keep-promise";
    }

    @Override
    public Holder holder(Step step) {
        Promise promise = promises.get(step.number(PROMISE_ID));
        return Holder.person(PersonId.of(promise.owner()), PRIORITY, promise.dueBy());
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Promise promise = promises.get(step.number(PROMISE_ID));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("promiseWhat", speech.say(promise.what()));
        data.put("promiseDue", speech.at(promise.dueBy()));
        data.put("promiseState", speech.say(promise.state().said()));
        data.put("toPayText", speech.say("promise.to-pay", toPay(promise)));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        Promise promise = promises.get(step.number(PROMISE_ID));
        String reference = answers.text("paymentReference", REFERENCE);
        Saying comment = Written.orNull(answers.text("comment"));
        List<Saying> toPay = toPay(promise);
        if (toPay.isEmpty()) {
            promises.done(step, promise.id(), comment);
        } else if (reference == null || reference.isBlank()) {
            promises.done(step, promise.id(), unpaid(toPay, comment));
        } else {
            payments.paid(step, reference);
            promises.done(step, promise.id(), paid(reference, comment));
        }
        return Steering.none();
    }

    private List<Saying> toPay(Promise promise) {
        return promise.kind() == PromiseKind.REFUND ? payments.waiting(promise.caseNumber()) : List.of();
    }

    private static Saying paid(String reference, @Nullable Saying comment) {
        return comment == null
                ? Sentence.of("promise.paid", reference)
                : Sentence.of("promise.paid-with-comment", reference, comment);
    }

    private static Saying unpaid(List<Saying> toPay, @Nullable Saying comment) {
        return comment == null
                ? Sentence.of("promise.unpaid", toPay)
                : Sentence.of("promise.unpaid-with-comment", toPay, comment);
    }
}
