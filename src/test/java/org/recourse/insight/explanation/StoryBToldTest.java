package org.recourse.insight.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.insight.history.Decision;
import org.recourse.insight.history.EngineHistory;
import org.recourse.stories.StoryBWorked;
import org.springframework.beans.factory.annotation.Autowired;

/** Story B as the auditor reads it: who approved the money, by which row, how long the customer waited, what was promised. */
@Tag("B2")
@NullUnmarked
class StoryBToldTest extends StoryBWorked {

    @Autowired
    Explanations explanations;

    @Autowired
    EngineHistory history;

    @Test
    void every_sentence_names_what_it_rests_on() {
        workedUntilTheSettlement();
        Explanation told = explanations.of(theCase(), Locale.ENGLISH);
        List<String> sentences = told.reasons().stream().map(Reason::sentence).toList();

        assertThat(sentences)
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("Handed over at Tue 24 Nov 2026, 15:24")
                        .contains("because the customer threatened to go to the media")
                        .contains("agent1"))
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("taken over by").contains("Problem goal: line up by Wed 12:00"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("supervisor1")
                        .contains("asked for refund 620.00 EUR and goodwill 80.00 EUR, as a ceiling before the call")
                        .contains("A manager decides")
                        .containsPattern("row \\d+ of CompensationAuthority, version 1"));
        assertThat(told.approved())
                .hasSize(2)
                .last()
                .asString()
                .contains("540.00")
                .contains("needed no further approval: the approved ceiling of refund 560.00 EUR");
        assertThat(told.approved())
                .first()
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
        assertThat(sentences)
                .anySatisfy(sentence -> assertThat(sentence).endsWith("to level 2, Supervisors of team north."))
                .noneMatch(sentence -> sentence.matches("(?s).*(team-north|UserTask_|restated rightly: yes\\.\\.).*"));
        assertThat(explanations.of(theCase(), Locale.GERMAN).reasons())
                .extracting(Reason::sentence)
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("weil der Kunde drohte, an die Presse zu gehen")
                        .endsWith("an Stufe 2, Vorgesetzte von Team north."))
                .anySatisfy(sentence -> assertThat(sentence).contains("(Telefon)"))
                .anySatisfy(sentence -> assertThat(sentence).endsWith("oder frühere Kulanz, Goldkunde“)."))
                .noneMatch(sentence -> sentence.matches("(?s).*(team-north|restated|escalate: | of Compens).*"));
    }

    private void theRowIsTheOneThatFired() {
        Decision ruling = history.decisions(caseNumber).stream()
                .filter(decision -> decision.table().equals("CompensationAuthority"))
                .findFirst()
                .orElseThrow();
        assertThat(ruling.inputs().values()).contains("supervisor", "gold", 80.0, 620.0);
        assertThat(ruling.outputs()).containsEntry("approver", "manager");
        assertThat(ruling.row()).isPositive();
        assertThat(ruling.said().arguments()).hasSize(4);
    }
}
