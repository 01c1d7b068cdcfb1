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
import org.recourse.form.Texts;
import org.recourse.form.Times;
import org.springframework.stereotype.Component;

/** The owner does what was promised; submitting the step says: done now. */
@Component
class KeepPromiseStep implements FormStep {

    private static final int PRIORITY = 60;

    private static final int REFERENCE = 100;

    private final Promises promises;
    private final PaymentsByHand payments;
    private final Times times;
    private final Texts texts;

    KeepPromiseStep(Promises promises, PaymentsByHand payments, Times times, Texts texts) {
        this.promises = promises;
        this.payments = payments;
        this.times = times;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "keep-promise";
    }

    @Override
    public Holder holder(Step step) {
        Promise promise = promises.get(step.number(PROMISE_ID));
        return Holder.person(promise.owner(), PRIORITY, promise.dueBy());
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Promise promise = promises.get(step.number(PROMISE_ID));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("promiseWhat", texts.promised(promise.what()));
        data.put("promiseDue", times.told(promise.dueBy()));
        data.put("promiseState", promise.state().value());
        data.put("toPayText", String.join(" and ", toPay(promise)));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        Promise promise = promises.get(step.number(PROMISE_ID));
        String reference = answers.text("paymentReference", REFERENCE);
        String comment = answers.text("comment");
        List<String> toPay = toPay(promise);
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

    private List<String> toPay(Promise promise) {
        return promise.kind() == PromiseKind.REFUND ? payments.waiting(promise.caseNumber()) : List.of();
    }

    private static String paid(String reference, @Nullable String comment) {
        return "paid, %s%s".formatted(reference, after(comment));
    }

    private static String unpaid(List<String> toPay, @Nullable String comment) {
        return "without the reference of a payment: %s stays listed to be paid by hand%s"
                .formatted(String.join(" and ", toPay), after(comment));
    }

    private static String after(@Nullable String comment) {
        return comment == null || comment.isBlank() ? "" : "; " + comment;
    }
}
