package org.recourse.record;

import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** Messages: a notice to somebody in the house, and what was decided about one to the customer. */
public sealed interface MessageHappening extends Happening {

    /**
     * Somebody in the house was told.
     *
     * @param notice its kind
     * @param sentence a stored saying: it may carry words of people
     */
    record Told(String recipient, String notice, Words sentence) implements MessageHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.because", new Person(recipient), sentence.sentence());
        }
    }

    /**
     * An operator decided about a message that nobody knows to have arrived.
     *
     * @param decision {@code sent-again} or {@code arrived}
     */
    record MessageDecided(long message, String kind, String before, String decision) implements MessageHappening {
        @Override
        public Saying said() {
            return Sentence.of(
                    "event.message-decided",
                    String.valueOf(message),
                    kind,
                    before,
                    Sentence.of("event.message-decided." + decision));
        }
    }
}
