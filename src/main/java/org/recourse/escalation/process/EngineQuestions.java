package org.recourse.escalation.process;

import java.util.Date;
import java.util.Map;
import org.recourse.engine.ProcessCalls;
import org.recourse.escalation.Question;
import org.recourse.escalation.QuestionProcess;
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
                "Question",
                question.caseNumber(),
                Map.of("questionId", question.id(), "answerDue", Date.from(question.dueBy())));
    }
}
