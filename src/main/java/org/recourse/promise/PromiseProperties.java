package org.recourse.promise;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a process owner sets about promises; nothing has to be set.
 *
 * @param remindBefore business time before the due time at which the owner is reminded
 * @param brokenAfter business days after which a promise that is not done counts as broken (docs/figures.md)
 * @param usualDays business days until a promise is due whose due time nobody named, by kind; money takes longer
 * @param usualTime time of day of such a due time, in the team's zone
 */
@ConfigurationProperties("recourse.promises")
record PromiseProperties(
        @DefaultValue("4h") Duration remindBefore,
        @DefaultValue("2") int brokenAfter,
        @DefaultValue Map<PromiseKind, Integer> usualDays,
        @DefaultValue("18:00") LocalTime usualTime) {

    private static final Map<PromiseKind, Integer> USUAL =
            Map.of(PromiseKind.SOLUTION, 3, PromiseKind.REFUND, 5, PromiseKind.LETTER, 3, PromiseKind.INFORMATION, 1);

    int daysFor(PromiseKind kind) {
        return usualDays.getOrDefault(kind, USUAL.getOrDefault(kind, 3));
    }
}
