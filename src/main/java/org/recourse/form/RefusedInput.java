package org.recourse.form;

import org.recourse.text.Refusal;
import org.recourse.text.Saying;

/**
 * An answer that cannot be accepted: names the field and says in a sentence what is wrong and what would be right. The
 * form gate and the API turn it into status 400; nothing of the step is written.
 */
public final class RefusedInput extends Refusal {

    private final String field;

    public RefusedInput(String field, Saying saying) {
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
