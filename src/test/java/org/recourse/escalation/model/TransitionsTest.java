package org.recourse.escalation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.text.Sentence;

/** Which change is legal where a case stands; what is illegal changes nothing. */
@Tag("B9")
class TransitionsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:02:00Z");
    private static final Sentence WHY = Sentence.of("settlement.is-open", "R-EU-2026-000001");
    private static final Set<CaseState> OPEN = EnumSet.of(CaseState.OPEN);
    private static final Set<CaseState> GOING_ON = EnumSet.of(CaseState.OPEN, CaseState.SETTLED);
    private static final Set<CaseState> NOT_JOINED = EnumSet.complementOf(EnumSet.of(CaseState.JOINED));

    static List<Arguments> transitions() {
        return List.of(
                transition("answered by an agent", GOING_ON, it -> it.answeredBy(PersonId.of("agent1"))),
                transition("joins an older one", OPEN, it -> it.joins(at(CaseState.SETTLED))),
                transition("chased", GOING_ON, it -> it.chased(10)),
                transition("another customer's", NOT_JOINED, it -> it.movesTo("C-2")),
                transition("a repeat", OPEN, it -> it.repeats(at(CaseState.CLOSED), 2, WHY)),
                transition(
                        "hands over",
                        GOING_ON,
                        it -> it.handsOver(HandOverTrigger.DEMAND, Connection.TRANSFER, PersonId.of("agent1"), NOW)),
                transition("called back instead", GOING_ON, EscalationCase::calledBackInstead),
                transition("routed", GOING_ON, it -> it.routed(2, "billing", null, WHY, false, NOW)),
                transition("handed over", GOING_ON, EscalationCase::handedOver),
                transition("held by somebody", GOING_ON, it -> it.heldBy(PersonId.of("agent2"))),
                transition("owned by somebody", GOING_ON, it -> it.ownedBy(PersonId.of("supervisor1"))),
                transition("advised", OPEN, it -> it.advised("Offer the old price", PersonId.of("supervisor1"))),
                transition("hand-over taken back", OPEN, EscalationCase::handOverTakenBack),
                transition("comes out", GOING_ON, it -> it.comesOut(Settlement.AGREED)),
                transition("outcome taken back", OPEN, EscalationCase::outcomeTakenBack),
                transition("finally answered", GOING_ON, it -> it.finallyAnswered("No", false, Finding.UPHELD)),
                transition("settled", OPEN, it -> it.settled(PersonId.of("agent1"), NOW)),
                transition("closed", GOING_ON, it -> it.closed(NOW)),
                transition("withdrawn", GOING_ON, it -> it.withdrawn(NOW)),
                transition(
                        "reopened",
                        EnumSet.of(CaseState.SETTLED, CaseState.CLOSED, CaseState.WITHDRAWN),
                        it -> it.reopened(null)),
                transition("found unsettled", EnumSet.of(CaseState.SETTLED), EscalationCase::foundUnsettled),
                transition("a note", EnumSet.allOf(CaseState.class), it -> it.noted(CaseField.COMMENT, "late")),
                transition(
                        "classified",
                        EnumSet.allOf(CaseState.class),
                        it -> it.classified(null, Finding.UPHELD, "the bill")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void is_refused_where_it_is_illegal(String name, Set<CaseState> legal, UnaryOperator<EscalationCase> transition) {
        for (CaseState state : CaseState.values()) {
            EscalationCase escalation = at(state);
            if (legal.contains(state)) {
                assertThatCode(() -> transition.apply(escalation))
                        .as(state.value())
                        .doesNotThrowAnyException();
                assertThat(escalation.changes()).as(state.value()).isNotEmpty();
            } else {
                assertThatThrownBy(() -> transition.apply(escalation))
                        .as(state.value())
                        .isInstanceOf(RefusedInput.class)
                        .hasMessageStartingWith("caseNumber: ");
                assertThat(escalation.changes()).as(state.value()).isEmpty();
            }
        }
    }

    @Test
    void one_is_settled_once_and_again_only_after_it_was_reopened() {
        EscalationCase escalation =
                at(CaseState.OPEN).settled(PersonId.of("agent1"), NOW).asSaved();

        assertThatThrownBy(() -> escalation.settled(PersonId.of("agent2"), NOW)).isInstanceOf(RefusedInput.class);
        EscalationCase again = escalation.reopened(3).asSaved().settled(PersonId.of("manager1"), NOW);

        assertThat(again.number(CaseField.REOPENED)).isEqualTo(1);
        assertThat(again.number(CaseField.LEVEL_WANTED)).isEqualTo(3);
        assertThat(again.text(CaseField.SETTLED_BY)).isEqualTo("manager1");
    }

    @Test
    void none_joins_one_that_has_ended() {
        assertThatThrownBy(() -> at(CaseState.OPEN).joins(at(CaseState.CLOSED))).isInstanceOf(RefusedInput.class);
    }

    @Test
    void an_empty_answer_takes_no_story_and_no_title_away() {
        EscalationCase told = at(CaseState.OPEN)
                .noted(CaseField.STORY, "Charged twice")
                .noted(CaseField.EFFECT, "no rent")
                .asSaved();

        told.noted(CaseField.STORY, "").noted(CaseField.STORY, null).noted(CaseField.EFFECT, "");

        assertThat(told.text(CaseField.STORY)).isEqualTo("Charged twice");
        assertThat(told.text(CaseField.EFFECT)).isNull();
    }

    @Test
    void no_note_changes_what_only_a_transition_may() {
        assertThatThrownBy(() -> at(CaseState.OPEN).noted(CaseField.STATE, "closed"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_hand_over_goes_above_managers_or_back_to_the_first_line() {
        EscalationCase withManager = at(CaseState.OPEN, Map.of(CaseField.LEVEL, 3));

        withManager.handsOver(HandOverTrigger.HIGHER_LEVEL, Connection.TRANSFER, PersonId.of("manager1"), NOW);
        assertThat(withManager.number(CaseField.LEVEL_WANTED)).isEqualTo(3);
        assertThat(at(CaseState.OPEN).handedOver().level()).isEqualTo(2);
    }

    @Test
    void the_holder_is_the_agent_and_above_the_first_line_the_owner() {
        assertThat(at(CaseState.OPEN).heldBy(PersonId.of("agent2")).text(CaseField.AGENT))
                .isEqualTo("agent2");
        assertThat(at(CaseState.OPEN, Map.of(CaseField.LEVEL, 2))
                        .heldBy(PersonId.of("supervisor1"))
                        .text(CaseField.OWNER))
                .isEqualTo("supervisor1");
    }

    private static Arguments transition(String name, Set<CaseState> legal, UnaryOperator<EscalationCase> transition) {
        return arguments(name, legal, transition);
    }

    private static EscalationCase at(CaseState state) {
        return at(state, Map.of(CaseField.OUTCOME, "unreachable"));
    }

    private static EscalationCase at(CaseState state, Map<CaseField, Object> more) {
        Map<CaseField, @Nullable Object> fields = new EnumMap<>(CaseField.class);
        fields.put(CaseField.STATE, state.value());
        fields.put(CaseField.TEAM, "team-north");
        fields.put(CaseField.CUSTOMER_NUMBER, "C-1");
        fields.put(CaseField.LEVEL, 1);
        fields.put(CaseField.HAND_OVER_TRIGGER, "demand");
        fields.putAll(more);
        return new EscalationCase(
                CaseNumber.of("R-EU-2026-000001"), 7, ZoneId.of("Europe/Berlin"), Channel.PHONE, "agent1", NOW, fields);
    }
}
