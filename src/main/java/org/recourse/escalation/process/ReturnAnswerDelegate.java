package org.recourse.escalation.process;

import static org.recourse.form.SteeringVariable.Lasting.QUESTION_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.question.Questions;
import org.springframework.stereotype.Component;

/** The one who asked hears the answer. */
@Component
@UsedIn("Question")
class ReturnAnswerDelegate implements JavaDelegate {

    private final Questions questions;

    ReturnAnswerDelegate(Questions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        questions.returnAnswer(Steps.of(execution), (Long) execution.getVariable(QUESTION_ID));
    }
}
