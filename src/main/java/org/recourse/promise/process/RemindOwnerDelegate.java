package org.recourse.promise.process;

import static org.recourse.form.SteeringVariable.Lasting.PROMISE_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.promise.PromiseReports;
import org.springframework.stereotype.Component;

/** The promise is due soon. */
@Component
@UsedIn("Promise")
class RemindOwnerDelegate implements JavaDelegate {

    private final PromiseReports promiseReports;

    RemindOwnerDelegate(PromiseReports promiseReports) {
        this.promiseReports = promiseReports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promiseReports.dueSoon(Steps.of(execution), (Long) execution.getVariable(PROMISE_ID));
    }
}
