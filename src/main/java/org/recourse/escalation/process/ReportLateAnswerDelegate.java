package org.recourse.escalation.process;

import static org.recourse.form.SteeringVariable.Lasting.QUESTION_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.question.Questions;
import org.springframework.stereotype.Component;

/** The answer is due and did not come. */
@Component
@UsedIn("Question")
class ReportLateAnswerDelegate implements JavaDelegate {

    private final Questions questions;

    ReportLateAnswerDelegate(Questions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        questions.late(Steps.of(execution), (Long) execution.getVariable(QUESTION_ID));
    }
}
