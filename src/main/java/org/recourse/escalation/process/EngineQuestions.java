package org.recourse.escalation.process;

import static org.recourse.form.SteeringVariable.Lasting.ANSWER_DUE;
import static org.recourse.form.SteeringVariable.Lasting.QUESTION_ID;

import java.util.Date;
import java.util.Map;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.escalation.question.Question;
import org.recourse.escalation.question.QuestionProcess;
import org.recourse.model.QuestionIds;
import org.springframework.stereotype.Component;

/** Starts the process of a question. */
@Component
class EngineQuestions implements QuestionProcess {

    private final ProcessCalls calls;

    EngineQuestions(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public void start(Question question) {
        calls.start(
                QuestionIds.PROCESS,
                question.caseNumber(),
                Map.of(QUESTION_ID, question.id(), ANSWER_DUE, Date.from(question.dueBy())));
    }
}
