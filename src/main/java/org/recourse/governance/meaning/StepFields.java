package org.recourse.governance.meaning;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.recourse.form.SteeringVariable;
import org.springframework.stereotype.Component;

/** A form still asks what its step needs, and offers no answer that the step does not know. */
@Component
class StepFields implements Meaning.Rule {

    /** What the first line must be able to answer, which no form there requires (docs/contract.md). */
    private static final Map<String, Set<String>> ON_THE_LINE = Map.of(
            "listen", Set.of("story", "product", "mood"),
            "restate", Set.of(SteeringVariable.CUSTOMER_CONFIRMS),
            "propose-solution", Set.of("solution"),
            "check-agreement", Set.of(SteeringVariable.CUSTOMER_ANSWER));

    private static final Set<String> DECISIONS = Set.of(
            SteeringVariable.CALL_STATE,
            SteeringVariable.CUSTOMER_CONFIRMS,
            SteeringVariable.CUSTOMER_ANSWER,
            SteeringVariable.SUPERVISOR_DECISION,
            SteeringVariable.FINAL_ANSWER_ACCEPTED,
            SteeringVariable.APPROVAL_DECISION,
            SteeringVariable.CALL_OUTCOME,
            SteeringVariable.SETTLED);

    @Override
    public void check(ReleaseFiles release, ReleaseFiles product, Found found) {
        product.forms().values().forEach(original -> {
            Form form = release.forms().get(original.id());
            if (form == null) {
                found.add(original.file(), original.id(), "form-lost", original.id());
                return;
            }
            needed(original).stream()
                    .filter(key -> !form.fields().containsKey(key))
                    .forEach(key -> found.add(form.file(), key, "field-lost", key));
            DECISIONS.stream()
                    .filter(original.fields()::containsKey)
                    .forEach(key -> form.choices(key).stream()
                            .filter(choice -> !original.choices(key).contains(choice))
                            .forEach(choice -> found.add(
                                    form.file(),
                                    key,
                                    "answer-unknown",
                                    choice,
                                    String.join(", ", original.choices(key)))));
        });
    }

    private static Set<String> needed(Form original) {
        Set<String> needed = new TreeSet<>(ON_THE_LINE.getOrDefault(original.id(), Set.of()));
        original.fields().keySet().stream()
                .filter(key -> original.requires(key) || DECISIONS.contains(key))
                .forEach(needed::add);
        return needed;
    }
}
