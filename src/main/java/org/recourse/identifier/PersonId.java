package org.recourse.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Who works for the house, by the name they log in with: {@code agent1}. Never a group, and never a customer; Recourse
 * itself is {@link #SYSTEM}.
 */
public record PersonId(@JsonValue String value) implements Identifier, Comparable<PersonId> {

    /** Who acts when nobody is logged in, which is the case in jobs. */
    public static final PersonId SYSTEM = new PersonId("system");

    /** @throws IllegalArgumentException when nobody is named */
    public PersonId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a person has a name to log in with");
        }
    }

    @JsonCreator
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    /** Of a column or a field that may be empty. */
    public static @Nullable PersonId ofNullable(@Nullable String value) {
        return value == null || value.isBlank() ? null : new PersonId(value);
    }

    public boolean isSystem() {
        return equals(SYSTEM);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
