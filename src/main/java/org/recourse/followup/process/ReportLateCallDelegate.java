package org.recourse.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.followup.FollowUps;
import org.springframework.stereotype.Component;

/** The call that asks whether it is settled has not been made. */
@Component
@UsedIn("FollowUp")
class ReportLateCallDelegate implements JavaDelegate {

    private final FollowUps followUps;

    ReportLateCallDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.callIsLate(Steps.of(execution));
    }
}
