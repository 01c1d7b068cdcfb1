package org.recourse.identifier;

/** The text cannot be the number of a case. */
public final class NotACaseNumber extends IllegalArgumentException {

    NotACaseNumber(String text) {
        super("'%s' is no case number".formatted(text));
    }
}
