package org.recourse.followup.process;

import static org.recourse.form.SteeringVariable.FOLLOW_UP_OUTCOME;
import static org.recourse.form.SteeringVariable.Lasting.FOLLOW_UP_DUE;
import static org.recourse.form.SteeringVariable.Lasting.REMINDER_DUE;
import static org.recourse.form.SteeringVariable.SETTLED;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.followup.CheckIn;
import org.recourse.followup.FollowUpAnswers;
import org.recourse.followup.FollowUps;
import org.springframework.stereotype.Component;

/** What the answer means: settled, one thing left, or up one level. */
@Component
@UsedIn("FollowUp")
class RecordFollowUpDelegate implements JavaDelegate {

    private final FollowUpAnswers answers;
    private final FollowUps followUps;

    RecordFollowUpDelegate(FollowUpAnswers answers, FollowUps followUps) {
        this.answers = answers;
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String outcome = answers.outcome(
                Steps.of(execution), (String) execution.getVariable(SETTLED), execution.getVariable("rating"), (String)
                        execution.getVariable("comment"));
        execution.setVariable(FOLLOW_UP_OUTCOME, Variables.stringValue(outcome, true));
        if (outcome.equals(FollowUpAnswers.COURTESY_CALL)) {
            CheckIn call = followUps.latest(Steps.of(execution).caseNumber());
            execution.setVariable(FOLLOW_UP_DUE, Date.from(Objects.requireNonNull(call.dueAt())));
            execution.setVariable(REMINDER_DUE, Date.from(followUps.callLate(call)));
        }
    }
}
