package org.recourse.insight.explanation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.insight.history.Decision;
import org.recourse.record.CaseEvent;
import org.recourse.record.Happening;
import org.recourse.record.Words;

/** Tells the course of a case from its log, and knows at each line what the case's fields were then. */
final class CourseOfEvents {

    private static final String TRIGGER = "hand_over_trigger";
    private static final String NOTHING = "–";
    private static final List<String> THREATS = List.of("media-threat", "legal-threat", "threat");

    private final Telling telling;
    private final Wording words;
    private final Map<String, Field> fields = new HashMap<>();

    CourseOfEvents(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    /** A field as it was changed last. */
    private record Field(CaseEvent event, String value) {}

    void tell(EscalationCase escalation, List<CaseEvent> timeline) {
        for (CaseEvent event : timeline) {
            Happening what = event.what();
            if (what instanceof Happening.Changed changed) {
                changed(event, changed);
            } else if (what instanceof Happening.Reasoned reasoned) {
                reasoned(event, reasoned);
            } else if (what instanceof Happening.Reworded reworded) {
                fields.put(reworded.field(), new Field(event, said(reworded.after())));
            } else if (what instanceof Happening.Opened opened) {
                add(event, "opened", words.say(escalation.channel().said()), said(opened.title()));
            } else if (what instanceof Happening.TakenOver) {
                add(event, "taken-over", goal("problem_goal", event, timeline), goal("people_goal", event, timeline));
            } else if (what instanceof Happening.HandedOver handedOver) {
                handedOver(event, handedOver);
            } else if (what instanceof Happening.Settled settled) {
                settled(event, settled);
            } else {
                simply(event, what);
            }
        }
    }

    private void simply(CaseEvent event, Happening what) {
        if (what instanceof Happening.Answered answered) {
            add(event, "answered", answer(answered));
        } else if (what instanceof Happening.Restated) {
            add(event, "answered", words.say(what.said()));
        } else if (what instanceof Happening.QuestionAnswered) {
            add(event, "question-answered", words.say(what.said()));
        } else if (what instanceof Happening.ChangedHands || what instanceof Happening.CaseTakenOver) {
            add(event, "changed-hands", words.say(what.said()));
        } else if (what instanceof Happening.LeftBlank blank) {
            if (!blank.fields().isEmpty()) {
                add(event, "left-blank", words.say(what.said()));
            }
        } else if (isTold(what)) {
            add(event, event.kind(), words.say(what.said()));
        } else if (what instanceof Happening.Unreadable) {
            add(event, "unreadable");
        }
    }

    /** What the sentence of its kind takes as it is said in the history. */
    private static boolean isTold(Happening what) {
        return what instanceof Happening.Advised
                || what instanceof Happening.Corrected
                || what instanceof Happening.Withdrawn
                || what instanceof Happening.Joined
                || what instanceof Happening.Refused
                || what instanceof Happening.Reopened
                || what instanceof Happening.Closed;
    }

    /** {@code refused, wants it escalated: “I want your boss.”}. */
    private String answer(Happening.Answered answered) {
        String known = words.term("answer", answered.answer());
        return answered.reason() == null
                ? known
                : "%s: %s"
                        .formatted(
                                known, words.quoted(words.say(answered.reason().said())));
    }

    /** The fields of a step are on record behind what happened in it. */
    private String goal(String field, CaseEvent takenOver, List<CaseEvent> timeline) {
        return timeline.stream()
                .dropWhile(event -> event != takenOver)
                .skip(1)
                .takeWhile(event -> !(event.what() instanceof Happening.TakenOver))
                .filter(event -> takenOver.step().equals(event.step()))
                .map(CaseEvent::what)
                .filter(Happening.Reworded.class::isInstance)
                .map(Happening.Reworded.class::cast)
                .filter(reworded -> reworded.field().equals(field))
                .findFirst()
                .map(reworded -> said(reworded.after()))
                .orElseGet(() -> value(field));
    }

    private void changed(CaseEvent event, Happening.Changed changed) {
        String field = changed.field();
        String after = changed.after();
        fields.put(field, new Field(event, after == null || after.isBlank() ? NOTHING : after));
        if (after == null) {
            return;
        }
        if (field.equals("cause") || field.equals("finding")) {
            classified(event, field, changed.before(), words.term(field, after));
        }
    }

    private void reasoned(CaseEvent event, Happening.Reasoned reasoned) {
        fields.put(reasoned.field(), new Field(event, words.say(reasoned.said())));
        if (reasoned.field().equals("urgency_reason") && reasoned.after() != null) {
            Optional<Decision> ruling = telling.ruling("AssessUrgency", event.at());
            telling.add(
                    event.at(),
                    "urgency",
                    words.say(
                            "urgency",
                            value("urgency"),
                            ruling.map(telling::place).orElseGet(() -> words.say(reasoned.said()))),
                    ruling.map(telling::evidence).orElseGet(() -> evidence(event)));
        }
    }

    private void classified(CaseEvent event, String field, @Nullable String before, String named) {
        if (before == null || before.isBlank()) {
            add(event, field, named);
        } else {
            add(event, field + ".corrected", words.term(field, before), named);
        }
    }

    private void handedOver(CaseEvent event, Happening.HandedOver handedOver) {
        Field trigger = fields.get(TRIGGER);
        CaseEvent first = trigger == null ? event : trigger.event();
        Instant at = first.at();
        Optional<Decision> route = telling.ruling("RouteEscalation", event.at());
        telling.add(
                event.at(),
                "hand-over",
                words.say(
                        "handed-over",
                        words.time(at),
                        trigger == null ? "" : why(trigger.value()),
                        words.person(first.who()),
                        words.say(handedOver.where())),
                evidence(first));
        route.ifPresent(decision -> telling.add(
                event.at(), "route", words.say("routed", telling.place(decision)), telling.evidence(decision)));
    }

    /** A threat is told by the signal that was noticed. */
    private String why(String trigger) {
        List<String> signals = List.of(value("signals").split(","));
        return words.term(
                "trigger",
                trigger.equals("threat")
                        ? THREATS.stream().filter(signals::contains).findFirst().orElse(trigger)
                        : trigger);
    }

    private void settled(CaseEvent event, Happening.Settled settled) {
        Field by = fields.get("settled_by");
        telling.add(
                event.at(),
                "settled",
                words.say(
                        "settled",
                        words.time(event.at()),
                        words.term("outcome", settled.outcome()),
                        words.person(by == null ? event.who() : by.value())),
                evidence(event));
    }

    /** A sentence that begins with when and who. */
    private void add(CaseEvent event, String key, Object... more) {
        Object[] values = new Object[more.length + 2];
        values[0] = words.time(event.at());
        values[1] = words.person(event.who());
        System.arraycopy(more, 0, values, 2, more.length);
        telling.add(event.at(), key, words.say(key, values), evidence(event));
    }

    private String value(String field) {
        Field known = fields.get(field);
        return known == null ? NOTHING : known.value();
    }

    private String said(@Nullable Words text) {
        return text == null ? NOTHING : words.say(text.said());
    }

    private Evidence evidence(CaseEvent event) {
        return Evidence.of(
                "event",
                event.step(),
                "%s, %s, %s%s"
                        .formatted(
                                words.time(event.at()),
                                words.person(event.who()),
                                event.step(),
                                event.definition() == null ? "" : ", " + event.definition()));
    }
}
