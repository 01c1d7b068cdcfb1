package org.recourse.insight.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.insight.history.Decision;
import org.recourse.record.CaseEvent;
import org.recourse.record.EventKind;

/** Tells the course of a case from its log, and knows at each line what the case's fields were then. */
final class CourseOfEvents {

    private static final String SIGNALS = "signals";
    private static final String TRIGGER = "hand_over_trigger";

    /** What a reviewer decides when the case becomes theirs. */
    private static final Set<String> REVIEWED = Set.of("take-over", "call-back");

    private static final Pattern STEP = Pattern.compile("\\b(?:\\w+Task|CallActivity)_([A-Z]\\w*)");

    private final Telling telling;
    private final Words words;
    private final Map<String, CaseEvent> fields = new HashMap<>();

    CourseOfEvents(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    void tell(EscalationCase escalation, List<CaseEvent> timeline) {
        for (CaseEvent event : timeline) {
            switch (event.kind()) {
                case CHANGED -> changed(event);
                case OPENED ->
                    add(event, "opened", words.told(escalation.channel().words()), text(event.after()));
                case HANDED_OVER -> handedOver(event);
                case ADVISED, ANSWERED, CORRECTED, WITHDRAWN, JOINED, REFUSED, LEFT_BLANK -> {
                    if (event.after() != null && !event.after().isBlank()) {
                        add(event, event.kind().value(), said(event, event.after()));
                    }
                }
                case TAKEN_OVER -> takenOver(event, timeline);
                case SETTLED -> settled(event);
                case REOPENED -> add(event, "reopened", text(event.after()));
                case CLOSED -> add(event, "closed", words.term("outcome", text(event.after())));
                default -> {}
            }
        }
    }

    private String said(CaseEvent event, String after) {
        String readable = words.readable(after);
        if (event.inTheirWords()) {
            return readable;
        }
        return event.kind() == EventKind.ANSWERED
                ? words.answer(readable).replaceFirst("\\.$", "")
                : words.told(STEP.matcher(readable).replaceAll(step -> label(step.group(1))));
    }

    /** {@code Check agreement} of {@code CheckAgreement}. */
    private static String label(String id) {
        return id.charAt(0) + id.substring(1).replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Goals belong to who takes a hand-over; whoever takes a step from a colleague is told in a sentence already. */
    private void takenOver(CaseEvent event, List<CaseEvent> timeline) {
        if (REVIEWED.contains(text(event.after()))) {
            add(event, "taken-over", goal("problem_goal", event, timeline), goal("people_goal", event, timeline));
        } else {
            add(event, "changed-hands", text(event.after()));
        }
    }

    /** The fields of a step are on record behind what happened in it. */
    private String goal(String field, CaseEvent takenOver, List<CaseEvent> timeline) {
        return timeline.stream()
                .dropWhile(event -> event != takenOver)
                .skip(1)
                .takeWhile(event -> event.kind() != EventKind.TAKEN_OVER)
                .filter(event -> field.equals(event.field()))
                .filter(event -> takenOver.step().equals(event.step()))
                .findFirst()
                .map(event -> text(event.after()))
                .orElseGet(() -> value(field));
    }

    private void changed(CaseEvent event) {
        String field = Objects.requireNonNullElse(event.field(), "");
        fields.put(field, event);
        if (field.equals("urgency_reason") && event.after() != null) {
            Optional<Decision> ruling = telling.ruling("AssessUrgency", event.at());
            telling.add(
                    event.at(),
                    "urgency",
                    words.say(
                            "urgency",
                            value("urgency"),
                            ruling.map(telling::place).orElse(event.after())),
                    ruling.map(Telling::evidence).orElseGet(() -> evidence(event)));
        }
        if ((field.equals("cause") || field.equals("finding")) && event.after() != null) {
            String named = words.term(field, event.after());
            if (event.before() == null || event.before().isBlank()) {
                add(event, field, named);
            } else {
                add(event, field + ".corrected", words.term(field, event.before()), named);
            }
        }
    }

    private void handedOver(CaseEvent event) {
        CaseEvent trigger = fields.get(TRIGGER);
        String why = trigger == null ? "" : why(text(trigger.after()));
        String who = trigger == null ? event.who() : trigger.who();
        Optional<Decision> route = telling.ruling("RouteEscalation", event.at());
        telling.add(
                event.at(),
                "hand-over",
                words.say(
                        "handed-over",
                        words.time(trigger == null ? event.at() : trigger.at()),
                        why,
                        words.person(who),
                        where(text(event.after()))),
                trigger == null ? evidence(event) : evidence(trigger));
        route.ifPresent(decision -> telling.add(
                event.at(), "route", words.say("routed", telling.place(decision)), Telling.evidence(decision)));
    }

    /** {@code to level 2, Supervisors of team north} of {@code to level 2, team-north-supervisor: threat}. */
    private String where(String handedOver) {
        String[] levelAndGroup = handedOver.replaceFirst("(?s): .*", "").split(", ", 2);
        return levelAndGroup.length < 2
                ? words.told(handedOver)
                : words.told("%s, %s".formatted(levelAndGroup[0], words.person(levelAndGroup[1])));
    }

    /** A threat is told by the signal that was noticed. */
    private String why(String trigger) {
        String signals = value(SIGNALS);
        if (trigger.equals("threat")) {
            for (String threat : List.of("media-threat", "legal-threat", "threat")) {
                if (List.of(signals.split(",")).contains(threat)) {
                    return words.term("trigger", threat);
                }
            }
        }
        return words.term("trigger", trigger);
    }

    private void settled(CaseEvent event) {
        CaseEvent by = fields.get("settled_by");
        telling.add(
                event.at(),
                "settled",
                words.say(
                        "settled",
                        words.time(event.at()),
                        words.term("outcome", text(event.after())),
                        words.person(by == null ? event.who() : by.after())),
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
        CaseEvent event = fields.get(field);
        return event == null ? "–" : text(event.after());
    }

    private String text(@Nullable String value) {
        return value == null || value.isBlank() ? "–" : words.readable(value);
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
