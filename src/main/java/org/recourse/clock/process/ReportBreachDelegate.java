package org.recourse.clock.process;

import static org.recourse.form.SteeringVariable.Lasting.CLOCK_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.clock.ClockReports;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** The target passed unmet: holder and supervisors hear of it. */
@Component
@UsedIn("ClockWatch")
class ReportBreachDelegate implements JavaDelegate {

    private final ClockReports reports;

    ReportBreachDelegate(ClockReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.breached(Steps.of(execution), (Integer) execution.getVariable(CLOCK_NUMBER));
    }
}
