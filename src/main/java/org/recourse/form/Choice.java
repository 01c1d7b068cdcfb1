package org.recourse.form;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.recourse.text.Sentence;

/** An enumeration whose constants stand in forms and on the wire as the words of the contract. */
public interface Choice {

    String name();

    /** The contract's word: the constant's name in lower case with hyphens. */
    @JsonValue
    default String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As a person is told it: the key is the enumeration's name and the contract's word. */
    default Sentence said() {
        String enumeration = ((Enum<?>) this).getDeclaringClass().getSimpleName();
        return Sentence.of(enumeration.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + "." + value());
    }

    /** As a person would say it, in the middle of a sentence. */
    default String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
