package org.recourse.followup.process;

import static org.recourse.form.SteeringVariable.FOLLOW_UP_OUTCOME;
import static org.recourse.form.SteeringVariable.SETTLED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.Steps;
import org.recourse.followup.FollowUps;
import org.springframework.stereotype.Component;

/** What the answer means: settled, one thing left, or up one level. */
@Component
class RecordFollowUpDelegate implements JavaDelegate {

    private final FollowUps followUps;

    RecordFollowUpDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                FOLLOW_UP_OUTCOME,
                Variables.stringValue(
                        followUps.outcome(
                                Steps.of(execution),
                                (String) execution.getVariable(SETTLED),
                                execution.getVariable("rating"),
                                (String) execution.getVariable("comment")),
                        true));
    }
}
