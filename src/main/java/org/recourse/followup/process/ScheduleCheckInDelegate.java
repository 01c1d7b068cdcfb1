package org.recourse.followup.process;

import static org.recourse.form.SteeringVariable.Lasting.CHECK_IN_BY;
import static org.recourse.form.SteeringVariable.Lasting.FOLLOW_UP_DUE;
import static org.recourse.form.SteeringVariable.Lasting.REMINDER_DUE;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.followup.CheckIn;
import org.recourse.followup.FollowUps;
import org.springframework.stereotype.Component;

/** When and how the customer is asked. */
@Component
@UsedIn(value = "FollowUp", makesAPromise = true)
class ScheduleCheckInDelegate implements JavaDelegate {

    private final FollowUps followUps;

    ScheduleCheckInDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CheckIn planned = followUps.schedule(Steps.of(execution));
        execution.setVariable(CHECK_IN_BY, planned.by());
        execution.setVariable(FOLLOW_UP_DUE, Date.from(Objects.requireNonNull(planned.dueAt())));
        if (planned.by().equals("call")) {
            execution.setVariable(REMINDER_DUE, Date.from(followUps.callLate(planned)));
        }
    }
}
