package org.recourse.escalation.process;

import static org.recourse.form.SteeringVariable.ANGLES_LEFT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.offer.Answering;
import org.springframework.stereotype.Component;

/** What the customer's answer means for the first line. */
@Component
@UsedIn("CustomerEscalation")
class RecordAnswerDelegate implements JavaDelegate {

    private final Answering answering;

    RecordAnswerDelegate(Answering answering) {
        this.answering = answering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ANGLES_LEFT, Variables.booleanValue(answering.record(Steps.of(execution)), true));
    }
}
