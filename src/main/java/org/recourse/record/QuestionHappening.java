package org.recourse.record;

import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** What another department was asked about the case, and what it said. */
public sealed interface QuestionHappening extends Happening {

    record QuestionAsked(String of, Words question) implements QuestionHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.because", new Person(of), question.said());
        }
    }

    record QuestionAnswered(Words answer) implements QuestionHappening {
        @Override
        public Saying said() {
            return answer.said();
        }
    }
}
