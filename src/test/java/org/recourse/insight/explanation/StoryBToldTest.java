package org.recourse.insight.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.insight.history.Decision;
import org.recourse.insight.history.EngineHistory;
import org.recourse.stories.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** Story B as the auditor reads it: who approved the money, by which row, how long the customer waited, what was promised. */
@Tag("B2")
@NullUnmarked
class StoryBToldTest extends Story {

    @Autowired
    Explanations explanations;

    @Autowired
    EngineHistory history;

    @AfterEach
    void present() {
        jdbc.sql("delete from absence").update();
    }

    @Test
    void every_sentence_names_what_it_rests_on() {
        theCaseIsTold();
        Explanation told = explanations.of(theCase(), Locale.ENGLISH);
        List<String> sentences = told.reasons().stream().map(Reason::sentence).toList();

        assertThat(sentences)
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("Handed over at Tue 24 Nov 2026, 15:24")
                        .contains("because the customer threatened to go to the media")
                        .contains("agent1"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("supervisor1")
                        .contains("asked for refund 620.00 EUR and goodwill 80.00 EUR, as a ceiling before the call")
                        .contains("A manager decides")
                        .containsPattern("row \\d+ of CompensationAuthority, version 1"));
        assertThat(told.approved())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("manager2")
                        .contains("for")
                        .contains("manager1")
                        .contains("reduced it to refund 560.00 EUR and goodwill 60.00 EUR")
                        .contains("Six of thirty days")
                        .containsPattern("Under row \\d+ of CompensationAuthority, version 1"));
        assertThat(told.waited()).singleElement().asString().startsWith("1 h 8 min from the hand-over");
        assertThat(told.promised())
                .anySatisfy(line -> assertThat(line).contains("Technician").contains("Wed 25 Nov 2026, 12:00"));
        assertThat(told.reasons())
                .allSatisfy(reason ->
                        assertThat(reason.evidence()).as(reason.sentence()).isNotEmpty());

        theRowIsTheOneThatFired();
        assertThat(explanations.of(theCase(), Locale.GERMAN).reasons())
                .extracting(Reason::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("weil der Kunde drohte, an die Presse zu gehen"));
    }

    private void theRowIsTheOneThatFired() {
        Decision ruling = history.decisions(caseNumber).stream()
                .filter(decision -> decision.table().equals("CompensationAuthority"))
                .findFirst()
                .orElseThrow();
        assertThat(ruling.inputs().values()).contains("supervisor", "gold", 80.0, 620.0);
        assertThat(ruling.outputs()).containsEntry("approver", "manager");
        assertThat(ruling.row()).isPositive();
        assertThat(ruling.annotation()).isNotBlank();
    }

    private void theCaseIsTold() {
        at("2026-11-24T15:20");
        jdbc.sql("""
                        insert into absence (person, substitute, absent_from, absent_to, entered_by, entered_at)
                        values ('manager1', 'manager2', timestamp with time zone '2026-11-24 00:00:00+00',
                          timestamp with time zone '2026-11-25 00:00:00+00', 'manager1',
                          timestamp with time zone '2026-11-23 00:00:00+00')""").update();
        caseNumber = opens(
                "agent1", "customerNumber", "C-10088", "channel", "phone", "title", "Business line down for six days");
        at("2026-11-24T15:22");
        does(
                "agent1",
                "UserTask_Listen",
                "story",
                "My line has been down for six days.",
                "product",
                "business line",
                "mood",
                5,
                "signals",
                "raised-voice,demand-superior");
        at("2026-11-24T15:24");
        does(
                "agent1",
                "UserTask_Restate",
                "callState",
                "hand-over",
                "handOverTrigger",
                "threat",
                "signals",
                "media-threat",
                "connection",
                "call-back",
                "callbackFrom",
                "2026-11-24T16:30",
                "callbackTo",
                "2026-11-24T17:30");
        at("2026-11-24T15:30");
        does(
                "supervisor1",
                "UserTask_ReviewHandover",
                "supervisorDecision",
                "call-back",
                "problemGoal",
                "line up by Wed 12:00, six days compensated",
                "peopleGoal",
                "believes one person owns it",
                "ceilingKind",
                "refund",
                "ceilingAmount",
                620,
                "ceilingKind2",
                "goodwill",
                "ceilingAmount2",
                80);
        at("2026-11-24T15:40");
        does(
                "manager2",
                "UserTask_ApproveCompensation",
                "approvalDecision",
                "reduce",
                "approvedAmount",
                560,
                "approvedAmount2",
                60,
                "approvalReason",
                "Six of thirty days, and a gesture.");
        at("2026-11-24T16:32");
        does("supervisor1", "UserTask_CallBack", "callOutcome", "reached");
        at("2026-11-24T16:40");
        does(
                "supervisor1",
                "UserTask_ResolveEscalation",
                "customerAnswer",
                "agreed",
                "solution",
                "Technician on Wed 25 Nov, 12:00",
                "compensationKind",
                "refund",
                "compensationAmount",
                540,
                "compensationKind2",
                "goodwill",
                "compensationAmount2",
                60,
                "dueBy",
                "2026-11-25T12:00",
                "mood",
                2);
        at("2026-11-24T16:41");
    }
}
