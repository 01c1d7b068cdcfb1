package org.recourse.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A team, by the name of its group: {@code team-north}. It has people, lists, a calendar and a budget of its own. */
public record Team(@JsonValue String value) implements Identifier, Comparable<Team> {

    /** @throws IllegalArgumentException when nothing is named */
    public Team {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a team has a name");
        }
    }

    @JsonCreator
    public static Team of(String value) {
        return new Team(value);
    }

    @Override
    public int compareTo(Team other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
