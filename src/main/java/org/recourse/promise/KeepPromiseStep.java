package org.recourse.promise;

import static org.recourse.form.SteeringVariable.Lasting.PROMISE_ID;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.springframework.stereotype.Component;

/** The owner does what was promised; submitting the step says: done now. */
@Component
class KeepPromiseStep implements FormStep {

    private static final int PRIORITY = 60;

    private final Promises promises;
    private final Times times;

    KeepPromiseStep(Promises promises, Times times) {
        this.promises = promises;
        this.times = times;
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
        data.put("promiseWhat", promise.what());
        data.put("promiseDue", times.told(promise.dueBy()));
        data.put("promiseState", promise.state().value());
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        promises.done(step, step.number(PROMISE_ID), answers.text("comment"));
        return Steering.none();
    }
}
