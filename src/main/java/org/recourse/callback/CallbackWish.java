package org.recourse.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;

/** When and where the customer wants to be called back; empty parts are filled with what is known or free. */
public record CallbackWish(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String number) {

    private static final int NUMBER_LENGTH = 40;

    public static CallbackWish read(Answers answers) {
        String number = answers.identifier("callbackNumber", NUMBER_LENGTH);
        return new CallbackWish(
                answers.instant("callbackFrom"),
                answers.instant("callbackTo"),
                number == null || number.isBlank() ? null : number.strip());
    }
}
