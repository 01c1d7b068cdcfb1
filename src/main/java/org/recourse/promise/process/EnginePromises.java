package org.recourse.promise.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.ProcessCalls;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseProcess;
import org.springframework.stereotype.Component;

/** Starts the process of a promise and tells it what was reported from elsewhere. */
@Component
class EnginePromises implements PromiseProcess {

    private static final String REPORTED = "PromiseReported";

    private final ProcessCalls calls;

    EnginePromises(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public void start(Promise promise, Timers timers) {
        calls.start("Promise", promise.caseNumber(), dates(promise, timers));
    }

    @Override
    public void moved(Promise old, Promise promise, Timers timers) {
        Map<String, Object> variables = dates(promise, timers);
        variables.put("promiseMoved", Variables.booleanValue(true, true));
        calls.tell(REPORTED, old.caseNumber(), "promiseId", old.id(), variables);
    }

    @Override
    public void ended(Promise promise) {
        calls.tell(
                REPORTED,
                promise.caseNumber(),
                "promiseId",
                promise.id(),
                Map.of("promiseMoved", Variables.booleanValue(false, true)));
    }

    private static Map<String, Object> dates(Promise promise, Timers timers) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("promiseId", promise.id());
        variables.put("dueSoonAt", Date.from(timers.dueSoonAt()));
        variables.put("lateAt", Date.from(timers.lateAt()));
        variables.put("brokenAt", Date.from(timers.brokenAt()));
        return variables;
    }
}
