package org.recourse.record;

import org.recourse.text.Saying;
import org.recourse.text.Written;

/** Who read the case, and who tried what they may not. */
public sealed interface AccessHappening extends Happening {

    record Read() implements AccessHappening {
        @Override
        public Saying said() {
            return new Written("");
        }
    }

    /**
     * Somebody tried what they may not.
     *
     * @param sentence a stored saying: it may carry words of people
     */
    record Refused(Words sentence) implements AccessHappening {
        @Override
        public Saying said() {
            return sentence.sentence();
        }
    }
}
