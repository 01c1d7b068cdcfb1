package org.recourse.worklist;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.form.Outcome;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.recourse.text.Speech;

/** Says why a case was handed over, to whoever has it on a list. */
final class WhyHandedOver {

    /** The last row of the routing table: the managers are told of it, the agent has nothing to learn from it. */
    private static final String NO_ROUTE = "no rule fits";

    private WhyHandedOver() {}

    static @Nullable String trigger(@Nullable String value, Speech speech) {
        return Stream.of(HandOverTrigger.values())
                .filter(trigger -> trigger.value().equals(value))
                .map(trigger -> speech.say(trigger.said()))
                .findFirst()
                .orElse(null);
    }

    /** Of the trigger and the row of the routing table, what says something of its own. */
    static String of(String trigger, @Nullable String route, Speech speech) {
        Saying row = route == null ? null : Outcome.reason(SayingJson.read(route));
        String told = row == null || Set.of(trigger, NO_ROUTE).contains(row.toString()) ? "" : speech.say(row);
        return Stream.of(Objects.requireNonNullElse(trigger(trigger, speech), ""), told)
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
