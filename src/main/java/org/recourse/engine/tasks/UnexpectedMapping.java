package org.recourse.engine.tasks;

/** The engine's mapping is not the one that was read: says what was not there, or there more than once. */
public final class UnexpectedMapping extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnexpectedMapping(String part) {
        super(part);
    }
}
