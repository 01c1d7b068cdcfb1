package org.recourse.promise.process;

import static org.recourse.form.SteeringVariable.Lasting.PROMISE_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.promise.PromiseReports;
import org.springframework.stereotype.Component;

/** The promise is late: owner and supervisor are told. */
@Component
@UsedIn("Promise")
class ReportLatePromiseDelegate implements JavaDelegate {

    private final PromiseReports promiseReports;

    ReportLatePromiseDelegate(PromiseReports promiseReports) {
        this.promiseReports = promiseReports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promiseReports.late(Steps.of(execution), (Long) execution.getVariable(PROMISE_ID));
    }
}
