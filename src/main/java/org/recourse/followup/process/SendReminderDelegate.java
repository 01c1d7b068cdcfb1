package org.recourse.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.followup.FollowUps;
import org.springframework.stereotype.Component;

/** One reminder, no more. */
@Component
@UsedIn("FollowUp")
class SendReminderDelegate implements JavaDelegate {

    private final FollowUps followUps;

    SendReminderDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.remind(Steps.of(execution));
    }
}
