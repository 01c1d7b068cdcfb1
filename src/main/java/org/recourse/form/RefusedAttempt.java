package org.recourse.form;

import org.recourse.text.Refusal;
import org.recourse.text.Saying;

/** An attempt at something that the person may not do. Beyond being refused it is kept on record. */
public class RefusedAttempt extends Refusal {

    private final String field;

    public RefusedAttempt(String field, Saying saying) {
        super(saying);
        this.field = field;
    }

    @Override
    public String getMessage() {
        return field + ": " + super.getMessage();
    }

    @Override
    public String field() {
        return field;
    }
}
