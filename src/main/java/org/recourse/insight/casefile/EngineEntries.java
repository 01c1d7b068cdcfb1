package org.recourse.insight.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.casefile.CaseTimelines.Entry;
import org.recourse.insight.history.Decision;
import org.recourse.insight.history.EngineHistory;
import org.recourse.insight.history.Incident;
import org.recourse.insight.history.Operation;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** What the engine recorded of a case: decisions, incidents, and what operators did. */
@Component
class EngineEntries {

    private final EngineHistory history;
    private final Speech speech;

    EngineEntries(EngineHistory history, Speech speech) {
        this.history = history;
        this.speech = speech;
    }

    List<Entry> of(CaseNumber caseNumber, Locale language) {
        List<Entry> entries = new ArrayList<>();
        history.decisions(caseNumber).forEach(decision -> entries.add(entry(decision, language)));
        history.incidents(caseNumber).forEach(incident -> entries.add(entry(incident, language)));
        history.operations(caseNumber).forEach(operation -> entries.add(entry(operation)));
        return entries;
    }

    private Entry entry(Decision decision, Locale language) {
        return new Entry(
                decision.at(),
                "decision",
                "system",
                decision.element(),
                null,
                null,
                null,
                speech.say(decision.said(), language),
                pairs(decision.inputs()) + " → " + pairs(decision.outputs()));
    }

    private Entry entry(Incident incident, Locale language) {
        return new Entry(
                incident.at(),
                "incident",
                "system",
                incident.element(),
                null,
                null,
                null,
                incident.message(),
                speech.say(
                        incident.endedAt() == null
                                ? Sentence.of("case-file.incident.open")
                                : Sentence.of("case-file.incident.resolved", incident.endedAt()),
                        language));
    }

    private static Entry entry(Operation operation) {
        return new Entry(
                operation.at(),
                "operation",
                operation.who(),
                operation.entity() + " " + operation.operation(),
                operation.property(),
                operation.before(),
                operation.after(),
                operation.annotation(),
                null);
    }

    private static String pairs(Map<String, @Nullable Object> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
