package org.recourse.promise.process;

import static org.recourse.form.SteeringVariable.Lasting.BROKEN_AT;
import static org.recourse.form.SteeringVariable.Lasting.DUE_SOON_AT;
import static org.recourse.form.SteeringVariable.Lasting.LATE_AT;
import static org.recourse.form.SteeringVariable.Lasting.PROMISE_ID;
import static org.recourse.form.SteeringVariable.PROMISE_MOVED;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.model.PromiseIds;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseProcess;
import org.springframework.stereotype.Component;

/** Starts the process of a promise and tells it what was reported from elsewhere. */
@Component
class EnginePromises implements PromiseProcess {

    private static final String REPORTED = PromiseIds.MESSAGE_PROMISE_REPORTED;

    private final ProcessCalls calls;

    EnginePromises(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public void start(Promise promise, Timers timers) {
        calls.start(PromiseIds.PROCESS, promise.caseNumber(), dates(promise, timers));
    }

    @Override
    public void moved(Promise old, Promise promise, Timers timers) {
        Map<String, Object> variables = dates(promise, timers);
        variables.put(PROMISE_MOVED, Variables.booleanValue(true, true));
        calls.tell(REPORTED, old.caseNumber(), PROMISE_ID, old.id(), variables);
    }

    @Override
    public void ended(Promise promise) {
        calls.tell(
                REPORTED,
                promise.caseNumber(),
                PROMISE_ID,
                promise.id(),
                Map.of(PROMISE_MOVED, Variables.booleanValue(false, true)));
    }

    private static Map<String, Object> dates(Promise promise, Timers timers) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(PROMISE_ID, promise.id());
        variables.put(DUE_SOON_AT, Date.from(timers.dueSoonAt()));
        variables.put(LATE_AT, Date.from(timers.lateAt()));
        variables.put(BROKEN_AT, Date.from(timers.brokenAt()));
        return variables;
    }
}
