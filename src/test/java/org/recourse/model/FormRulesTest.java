package org.recourse.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.Models.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.model.Models.Form;

/** What holds for the forms, because they are filled in while somebody angry is on the line. */
@Tag("R27")
class FormRulesTest {

    private static final List<String> FIRST_LINE = List.of("listen", "restate", "propose-solution", "check-agreement");

    /** Keys that the case has a place for. What a process owner adds is kept as an extra fact; Recourse's forms add none. */
    private static final Set<String> FIELDS = Set.of(
            "customerNumber",
            "phone",
            "email",
            "channel",
            "team",
            "title",
            "story",
            "facts",
            "effect",
            "desiredOutcome",
            "product",
            "mood",
            "signals",
            "restatement",
            "correction",
            "customerConfirms",
            "solution",
            "compensationKind",
            "compensationAmount",
            "compensationKind2",
            "compensationAmount2",
            "dueBy",
            "customerAnswer",
            "refusalReason",
            "refusalExplained",
            "agentView",
            "advice",
            "problemGoal",
            "peopleGoal",
            "problemGoalMet",
            "moodAfresh",
            "peopleGoalMet",
            "ceilingKind",
            "ceilingAmount",
            "ceilingKind2",
            "ceilingAmount2",
            "overdrawReason",
            "approvalDecision",
            "approvedAmount",
            "approvedAmount2",
            "approvalReason",
            "supervisorDecision",
            "finalAnswer",
            "finalAnswerAccepted",
            "replyBy",
            "cause",
            "causeEvidence",
            "finding",
            "rating",
            "comment",
            "paymentReference",
            "settled",
            "answer",
            "askedAgain",
            "notTriedReason",
            "noAttemptReason",
            "holdMinutes",
            "transfers",
            "callState",
            "handOverTrigger",
            "connection",
            "callOutcome",
            "callbackFrom",
            "callbackTo",
            "callbackNumber",
            "assignee");

    /** What the server always demands outside the first line, and therefore the form as well. */
    private static final Map<String, Set<String>> DEMANDED = Map.of(
            "open-case", Set.of("title"),
            "review-handover", Set.of("supervisorDecision"),
            "resolve-escalation", Set.of("customerAnswer"),
            "decide-final-position", Set.of("finalAnswer", "finalAnswerAccepted"),
            "approve-compensation", Set.of("approvalDecision"),
            "call-back", Set.of("callOutcome"),
            "follow-up-call", Set.of("settled"),
            "answer-question", Set.of("answer"));

    private static final Map<String, String> HARMLESS_PRESETS =
            Map.of("callState", "goes-on", "connection", "transfer", "channel", "phone");

    @Test
    void there_is_one_form_for_each_human_step() {
        List<String> used = new ArrayList<>();
        Models.diagrams().forEach(diagram -> {
            diagram.all(UserTask.class).forEach(task -> used.add(camunda(task, "formRef")));
            diagram.all(StartEvent.class).stream()
                    .map(start -> camunda(start, "formRef"))
                    .filter(form -> form != null)
                    .forEach(used::add);
        });

        assertThat(Models.forms()).extracting(Form::file).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#forms")
    void a_form_is_called_like_its_file(Form form) {
        assertThat(form.root().path("id").asText()).isEqualTo(form.file());
        assertThat(form.root().path("schemaVersion").asInt()).isEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#forms")
    void a_form_asks_for_what_the_case_has_a_place_for(Form form) {
        assertThat(form.fields()).extracting(field -> text(field, "key")).isSubsetOf(FIELDS);
        assertThat(form.fields()).extracting(field -> text(field, "key")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#forms")
    void what_is_required_is_what_the_server_always_demands(Form form) {
        Set<String> required = new TreeSet<>();
        form.fields().stream()
                .filter(field -> field.at("/validate/required").asBoolean())
                .forEach(field -> required.add(text(field, "key")));

        assertThat(required)
                .isEqualTo(
                        FIRST_LINE.contains(form.file())
                                ? Set.of("callState")
                                : DEMANDED.getOrDefault(form.file(), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#forms")
    void a_text_that_was_typed_never_vanishes(Form form) {
        assertThat(hidden(form.root(), false))
                .filteredOn(part -> text(part, "type").equals("textarea"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#forms")
    void long_texts_end_where_the_case_ends(Form form) {
        assertThat(form.fields())
                .filteredOn(field -> text(field, "type").equals("textarea"))
                .allSatisfy(field -> assertThat(field.at("/validate/maxLength").asInt())
                        .as(text(field, "key"))
                        .isEqualTo(20_000));
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#forms")
    void only_the_harmless_is_preset_and_no_decision(Form form) {
        Map<String, String> presets = new TreeMap<>();
        form.fields().stream()
                .filter(field -> field.has("defaultValue"))
                .forEach(field -> presets.put(text(field, "key"), text(field, "defaultValue")));

        assertThat(HARMLESS_PRESETS).containsAllEntriesOf(presets);
    }

    @Test
    void every_first_line_form_ends_with_the_same_group_The_call() {
        JsonNode group = Models.form("listen").group("The call");

        assertThat(FIRST_LINE).allSatisfy(form -> {
            assertThat(Models.form(form).group("The call")).isEqualTo(group);
            JsonNode parts = Models.form(form).root().path("components");
            assertThat(text(parts.get(parts.size() - 1), "label")).isEqualTo("The call");
        });
        assertThat(choices(group, "callState"))
                .containsExactly("goes-on", "hand-over", "call-back", "lost", "cannot-continue");
        assertThat(choices(group, "handOverTrigger"))
                .containsExactly(
                        "demand",
                        "threat",
                        "knowledge",
                        "authority",
                        "conduct",
                        "angles-used-up",
                        "safety",
                        "vulnerability",
                        "cannot-continue");
        assertThat(choices(group, "connection")).containsExactly("transfer", "call-back");
    }

    private static List<String> choices(JsonNode group, String key) {
        JsonNode field = Models.within(group)
                .filter(part -> text(part, "key").equals(key))
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(field.path("values").spliterator(), false)
                .map(choice -> text(choice, "value"))
                .toList();
    }

    /** Components that a condition can hide, by themselves or with their group. */
    private static List<JsonNode> hidden(JsonNode container, boolean already) {
        List<JsonNode> hidden = new ArrayList<>();
        for (JsonNode part : container.path("components")) {
            boolean hides = already || part.has("conditional");
            if (hides) {
                hidden.add(part);
            }
            hidden.addAll(hidden(part, hides));
        }
        return hidden;
    }

    private static String text(JsonNode part, String name) {
        return part.path(name).asText();
    }
}
