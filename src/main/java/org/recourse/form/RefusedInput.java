package org.recourse.form;

import org.recourse.text.Refusal;
import org.recourse.text.Saying;
import org.recourse.text.Written;

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

    public RefusedInput(String field, String sentence) {
        this(field, new Written(sentence));
    }

    @Override
    public String getMessage() {
        return field + ": " + super.getMessage();
    }

    public String field() {
        return field;
    }
}
