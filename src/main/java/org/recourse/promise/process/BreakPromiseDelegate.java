package org.recourse.promise.process;

import static org.recourse.form.SteeringVariable.Lasting.PROMISE_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.promise.PromiseReports;
import org.springframework.stereotype.Component;

/** Two business days late: the promise counts as broken. */
@Component
@UsedIn("Promise")
class BreakPromiseDelegate implements JavaDelegate {

    private final PromiseReports promiseReports;

    BreakPromiseDelegate(PromiseReports promiseReports) {
        this.promiseReports = promiseReports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promiseReports.broken(Steps.of(execution), (Long) execution.getVariable(PROMISE_ID));
    }
}
