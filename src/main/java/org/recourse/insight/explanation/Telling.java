package org.recourse.insight.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.insight.history.Decision;

/** An explanation while it is being put together. */
final class Telling {

    private final Wording words;
    private final List<Decision> decisions;
    private final List<Reason> reasons = new ArrayList<>();

    Telling(Wording words, List<Decision> decisions) {
        this.words = words;
        this.decisions = decisions;
    }

    Wording words() {
        return words;
    }

    void add(Instant at, String topic, String sentence, Evidence... evidence) {
        reasons.add(new Reason(at, topic, sentence, List.of(evidence)));
    }

    List<Decision> decisions(String table) {
        return decisions.stream()
                .filter(decision -> decision.table().equals(table))
                .toList();
    }

    /** The latest ruling of the table until then. */
    Optional<Decision> ruling(String table, Instant until) {
        return decisions(table).stream()
                .filter(decision -> !decision.at().isAfter(until))
                .reduce((earlier, later) -> later);
    }

    Evidence evidence(Decision decision) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(decision.inputs());
        decision.outputs().forEach((name, value) -> values.put("→ " + name, value));
        return new Evidence("decision", words.say(decision.place()), values, decision.id());
    }

    /** {@code row 3 of CompensationAuthority, version 2 (“within the agent's own authority”)}. */
    String place(Decision decision) {
        return words.say(decision.said());
    }

    List<Reason> reasons() {
        return reasons.stream().sorted(Comparator.comparing(Reason::at)).toList();
    }
}
