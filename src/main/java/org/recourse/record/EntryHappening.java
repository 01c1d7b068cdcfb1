package org.recourse.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;

/** What was entered into the case: its fields, what was left blank, and files. */
public sealed interface EntryHappening extends Happening {

    /**
     * A field of the case with a code, a number, an instant, an id or a sentence of ours.
     *
     * @param field its name in the case
     */
    record Changed(
            String field, @Nullable String before, @Nullable String after) implements EntryHappening {

        /** Nobody joins by a longer one, as a list of signals or a sentence is. */
        private static final int LONGEST_CODE = 200;

        @Override
        public String subject() {
            return field;
        }

        @Override
        public @Nullable String code() {
            return after == null || after.length() > LONGEST_CODE ? null : after;
        }

        @Override
        public Saying said() {
            return after == null ? Sentence.of("event.emptied") : new Written(after);
        }
    }

    /** A field of the case that people fill with their words. */
    record Reworded(
            String field, @Nullable Words before, @Nullable Words after) implements EntryHappening {
        @Override
        public String subject() {
            return field;
        }

        @Override
        public Saying said() {
            return after == null ? Sentence.of("event.emptied") : after.said();
        }
    }

    /** A field of the case that a table or the server fills with a sentence. */
    record Reasoned(
            String field, @Nullable Saying before, @Nullable Saying after) implements EntryHappening {
        @Override
        public String subject() {
            return field;
        }

        @Override
        public Saying said() {
            return after == null ? Sentence.of("event.emptied") : after;
        }
    }

    /** @param fields of the case */
    record LeftBlank(List<String> fields) implements EntryHappening {
        @Override
        public Saying said() {
            return fields.isEmpty()
                    ? Sentence.of("event.left-blank.none")
                    : Sentence.of(
                            "event.left-blank",
                            fields.stream()
                                    .map(field -> Sentence.of("event.left-blank." + field))
                                    .toList());
        }
    }

    record Attached(Words name, String type) implements EntryHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.attached", name.said(), type);
        }
    }
}
