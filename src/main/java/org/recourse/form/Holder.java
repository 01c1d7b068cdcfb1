package org.recourse.form;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;

/**
 * Who a human step belongs to, how urgent it is and until when it is due.
 *
 * @param person holds the step; null when it is offered to groups
 * @param groups are offered the step when nobody holds it
 * @param others people beside the groups who are offered it
 * @param priority 0 to 100, the case's urgency
 */
public record Holder(
        @Nullable PersonId person,
        List<String> groups,
        List<PersonId> others,
        int priority,
        @Nullable Instant due) {

    public Holder(@Nullable PersonId person, List<String> groups, int priority, @Nullable Instant due) {
        this(person, groups, List.of(), priority, due);
    }

    /** Offered to these people as well. */
    public Holder andTo(List<PersonId> people) {
        return new Holder(person, groups, people, priority, due);
    }

    public static Holder person(PersonId person, int priority, @Nullable Instant due) {
        return new Holder(person, List.of(), priority, due);
    }

    public static Holder group(String group, int priority, @Nullable Instant due) {
        return new Holder(null, List.of(group), priority, due);
    }

    /** The person where one is known, else the group. */
    public static Holder of(@Nullable PersonId person, String group, int priority, @Nullable Instant due) {
        return person == null ? group(group, priority, due) : person(person, priority, due);
    }
}
