package org.recourse.notification;

import java.util.Arrays;
import java.util.function.Function;

/** From a stored key back to its enum constant. */
final class Keyed {

    private Keyed() {}

    static <E> E of(E[] constants, Function<E, String> key, String wanted) {
        return Arrays.stream(constants)
                .filter(constant -> key.apply(constant).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown key " + wanted));
    }
}
