package org.recourse.form;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;

/**
 * The place in a process at which something is asked, decided or done.
 *
 * @param startedFor the case, business key of the process; null only before a start form has opened it
 * @param element id of the diagram's element
 * @param definition process key and version, for the record
 * @param release the release of that definition, {@code release-7}; null for what comes by a route
 * @param holder who holds the task, if it is a task and somebody does
 * @param variables reads a steering variable
 */
public record Step(
        @Nullable CaseNumber startedFor,
        String element,
        String definition,
        @Nullable String release,
        @Nullable PersonId holder,
        Function<String, @Nullable Object> variables) {

    /** @throws IllegalStateException in a start form */
    public CaseNumber caseNumber() {
        if (startedFor == null) {
            throw new IllegalStateException(element + " is of no case yet");
        }
        return startedFor;
    }

    /** A step that comes by a route of the API and not from a diagram. */
    public static Step byRoute(CaseNumber caseNumber, String route) {
        return new Step(caseNumber, route, "api", null, null, name -> null);
    }

    /** The same place, for what is done to another case there. */
    public Step in(CaseNumber otherCase) {
        return new Step(otherCase, element, definition, release, null, variables);
    }

    public long number(String variable) {
        if (variables.apply(variable) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException(element + " needs the variable " + variable);
    }

    public @Nullable Instant instant(String variable) {
        return variables.apply(variable) instanceof Date date ? date.toInstant() : null;
    }

    public @Nullable String text(String variable) {
        Object value = variables.apply(variable);
        return value == null ? null : value.toString();
    }
}
