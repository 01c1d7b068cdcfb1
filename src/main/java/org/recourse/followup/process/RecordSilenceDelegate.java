package org.recourse.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.followup.FollowUps;
import org.springframework.stereotype.Component;

/** No answer is an outcome, too. */
@Component
@UsedIn("FollowUp")
class RecordSilenceDelegate implements JavaDelegate {

    private final FollowUps followUps;

    RecordSilenceDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.silent(Steps.of(execution));
    }
}
