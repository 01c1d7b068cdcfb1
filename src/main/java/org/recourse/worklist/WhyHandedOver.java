package org.recourse.worklist;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.form.Outcome;
import org.recourse.text.SayingJson;
import org.recourse.text.Speech;

/** Says why a case was handed over, to whoever has it on a list. */
final class WhyHandedOver {

    private WhyHandedOver() {}

    static @Nullable String trigger(@Nullable String value, Speech speech) {
        return Stream.of(HandOverTrigger.values())
                .filter(trigger -> trigger.value().equals(value))
                .map(trigger -> speech.say(trigger.said()))
                .findFirst()
                .orElse(null);
    }

    /**
     * The trigger, and what the routing table says to it.
     *
     * @param route null when no row was meant for the case: the managers are told, the agent has nothing to learn from it
     */
    static String of(String trigger, @Nullable String route, Speech speech) {
        String told = route == null ? "" : speech.say(Outcome.reason(SayingJson.read(route)));
        return Stream.of(Objects.requireNonNullElse(trigger(trigger, speech), ""), told)
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
