package org.recourse.form;

/** An attempt at something that the person may not do. Beyond being refused it is kept on record. */
public class RefusedAttempt extends RuntimeException {

    private final String field;

    public RefusedAttempt(String field, String sentence) {
        super(field + ": " + sentence);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
