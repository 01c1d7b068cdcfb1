package org.recourse.clock.process;

import static org.recourse.form.SteeringVariable.Lasting.CLOCK_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.clock.ClockReports;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** Still unmet hours later: the managers hear of it. */
@Component
@UsedIn("ClockWatch")
class TellManagersDelegate implements JavaDelegate {

    private final ClockReports reports;

    TellManagersDelegate(ClockReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.stillOpen(Steps.of(execution), (Integer) execution.getVariable(CLOCK_NUMBER));
    }
}
