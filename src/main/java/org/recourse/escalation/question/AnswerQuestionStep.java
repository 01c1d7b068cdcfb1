package org.recourse.escalation.question;

import static org.recourse.form.SteeringVariable.Lasting.QUESTION_ID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Whoever was asked answers; the case stays where it is. */
@Component
class AnswerQuestionStep implements FormStep {

    private static final int PRIORITY = 65;

    private final Questions questions;
    private final People people;
    private final Speech speech;

    AnswerQuestionStep(Questions questions, People people, Speech speech) {
        this.questions = questions;
        this.people = people;
        this.speech = speech;
    }

    @Override
    public String form() {
        return "answer-question";
    }

    @Override
    public Holder holder(Step step) {
        Question question = questions.get(step.number(QUESTION_ID));
        boolean person = people.exists(PersonId.of(question.askedOf()));
        return new Holder(
                person ? PersonId.of(question.askedOf()) : null,
                person ? List.of() : List.of(question.askedOf()),
                PRIORITY,
                question.dueBy());
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Question question = questions.get(step.number(QUESTION_ID));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("question", question.question());
        data.put("askedBy", people.fullName(question.askedBy()));
        data.put("questionDue", speech.at(question.dueBy()));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        questions.answer(
                step,
                step.number(QUESTION_ID),
                answers.required("answer", Answers.LONG_TEXT, Sentence.of("question.answer-missing")));
        return Steering.none();
    }
}
