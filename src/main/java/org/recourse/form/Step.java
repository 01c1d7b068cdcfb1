package org.recourse.form;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The place in a process at which something is asked, decided or done.
 *
 * @param caseNumber business key; empty only for a start form
 * @param element id of the diagram's element
 * @param definition process key and version, for the record
 * @param release the release of that definition, {@code release-7}; null for what comes by a route
 * @param holder who holds the task, if it is a task and somebody does
 * @param variables reads a steering variable
 */
public record Step(
        String caseNumber,
        String element,
        String definition,
        @Nullable String release,
        @Nullable String holder,
        Function<String, @Nullable Object> variables) {

    /** A step that comes by a route of the API and not from a diagram. */
    public static Step byRoute(String caseNumber, String route) {
        return new Step(caseNumber, route, "api", null, null, name -> null);
    }

    /** The same place, for what is done to another case there. */
    public Step in(String otherCase) {
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
