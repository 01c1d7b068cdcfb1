package org.recourse.text;

import org.recourse.identifier.PersonId;

/**
 * Somebody, or a group, to be named.
 *
 * @param id of the user or group
 */
public record Person(String id) {

    public Person(PersonId person) {
        this(person.value());
    }
}
