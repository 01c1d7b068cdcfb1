package org.recourse.followup.process;

import static org.recourse.form.SteeringVariable.Lasting.NO_ANSWER_DUE;
import static org.recourse.form.SteeringVariable.Lasting.REMINDER_DUE;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.followup.FollowUps;
import org.recourse.followup.FollowUps.Waiting;
import org.springframework.stereotype.Component;

/** Asks the customer and says until when we wait. */
@Component
@UsedIn("FollowUp")
class SendCheckInDelegate implements JavaDelegate {

    private final FollowUps followUps;

    SendCheckInDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Waiting waiting = followUps.send(Steps.of(execution));
        execution.setVariable(REMINDER_DUE, Date.from(waiting.reminderDue()));
        execution.setVariable(NO_ANSWER_DUE, Date.from(waiting.noAnswerDue()));
    }
}
