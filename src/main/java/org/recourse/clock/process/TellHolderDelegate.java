package org.recourse.clock.process;

import static org.recourse.form.SteeringVariable.Lasting.CLOCK_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.clock.ClockReports;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** The clock runs low: whoever has the case hears of it. */
@Component
@UsedIn("ClockWatch")
class TellHolderDelegate implements JavaDelegate {

    private final ClockReports reports;

    TellHolderDelegate(ClockReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.runsLow(Steps.of(execution), (Integer) execution.getVariable(CLOCK_NUMBER));
    }
}
