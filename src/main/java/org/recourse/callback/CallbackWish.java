package org.recourse.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When and where the customer wants to be called back; empty parts are filled with what is known or free. */
public record CallbackWish(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String number) {}
