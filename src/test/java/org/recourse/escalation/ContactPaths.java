package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** What the customer does at any time: come back, withdraw, write after the end. */
@Tag("R22")
abstract class ContactPaths extends PathsOfACase {

    @Test
    void coming_back_about_an_open_case_joins_it() {
        agent1.opens("product", "Roaming", "story", "first");
        String open = the.number().value();
        agent1.listens();
        String urgency = the.field("urgency");

        CaseDriver again = the.another(true);
        assertThat(again.person("agent2").opens("title", "Other words", "product", "roaming ", "story", "again"))
                .isEqualTo(open);

        assertThat(the.all("words", "contact")).contains("again");
        assertThat(Integer.parseInt(the.field("urgency"))).isGreaterThan(Integer.parseInt(urgency));
        assertThat(the.told()).contains("agent1: customer-contacted");
        assertThat(the.steps()).containsExactly(USER_TASK_RESTATE);
    }

    @Test
    void another_matter_is_another_case() {
        agent1.opens("product", "Roaming");
        CaseDriver other = the.another(true);

        assertThat(other.person("agent1").opens("product", "Landline"))
                .isNotEqualTo(the.number().value());
    }

    @Test
    void a_contact_on_an_open_case_is_recorded_and_ends_nothing() {
        callsUpToProposing();
        accepted(posts(agent2, "/{case}/contacts", "channel", "email", "story", "Any news?"));

        assertThat(the.all("words", "contact")).contains("Any news?");
        assertThat(the.told()).contains("agent1: customer-contacted");
        assertThat(the.steps()).containsExactly(USER_TASK_PROPOSE);
    }

    @Test
    void back_weeks_after_the_first_line_settled_it_the_first_line_hears_it_and_sees_the_earlier_case() {
        agreesAtOnce();
        agent1.keepsAPromise();
        timePasses("P20D");
        the.isClosed("agreed");
        String settled = the.number().value();
        isTheCase(the.another(true));
        agent2.opens();

        assertThat(the.field("repeat_of")).isEqualTo(settled);
        assertThat(the.field("repeat_level")).isEqualTo("1");
        assertThat(agent2.reads(USER_TASK_LISTEN, "hint")).contains(settled, "Amira Haddad");
        assertThat(the.record())
                .anyMatch(line -> line.contains("back within thirty days of the settlement (RouteRepeat:"));
        agent2.listens();
        assertThat(the.steps()).containsExactly(USER_TASK_RESTATE);
    }

    @Test
    void back_after_a_supervisor_settled_it_the_table_sends_it_to_a_supervisor_after_listening() {
        handsOverAtOnce("connection", "transfer");
        supervisor1.takesOver("problemGoal", "line up", "peopleGoal", "calm");
        supervisor1.resolves("accepted-no-change");
        timePasses("P20D");
        the.isClosed("accepted-no-change");
        isTheCase(the.another(true));
        agent1.opens();

        assertThat(agent1.reads(USER_TASK_LISTEN, "hint")).contains("goes to level 2 by itself");
        agent1.listens();
        assertThat(the.steps()).contains(USER_TASK_REVIEW_HANDOVER);
        assertThat(the.field("hand_over_trigger")).isEqualTo("repeated");
        assertThat(the.field("level")).isEqualTo("2");
    }

    @Test
    void back_after_more_than_thirty_days_or_about_another_matter_it_is_no_repeat() {
        agreesAtOnce();
        agent1.keepsAPromise();
        timePasses("P20D");
        CaseDriver other = the.another(true);
        other.person("agent1").opens("title", "Something else");
        assertThat(other.field("repeat_of")).isEqualTo("null");

        timePasses("P12D");
        CaseDriver late = the.another(true);
        late.person("agent1").opens();
        assertThat(late.field("repeat_of")).isEqualTo("null");
        other.end();
        late.end();
    }

    @Test
    void a_contact_on_a_closed_case_is_kept_and_the_last_owner_told() {
        agreesAtOnce();
        agent1.keepsAPromise();
        timePasses("P20D");
        the.isClosed("agreed");
        accepted(posts(supervisor1, "/{case}/contacts", "channel", "letter", "story", "It happened again."));

        assertThat(the.all("words", "contact")).contains("It happened again.");
        assertThat(the.told()).contains("agent1: customer-contacted");
        the.isClosed("agreed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listening",
                "waiting for a callback",
                "calling back",
                "being reviewed",
                "being approved",
                "resolving",
                "offered in writing",
                "settled with promises",
                "checked in"
            })
    void withdrawn_whatever_is_going_on(String state) {
        bringTo(state);
        accepted(posts(agent1, "/{case}/withdrawal", "reason", "solved it myself"));

        the.isWithdrawn();
        assertThat(the.field("outcome")).isEqualTo("withdrawn");
        assertThat(the.told()).anyMatch(told -> told.endsWith(": withdrawn"));
        assertThat(the.promises()).allMatch(promise -> promise.endsWith("kept") || promise.endsWith("cancelled"));
        assertThat(posts(agent1, "/{case}/withdrawal", "reason", "again"))
                .satisfies(again -> assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT))
                .satisfies(again -> assertThat(String.valueOf(again.getBody()))
                        .contains("has ended already; there is nothing to withdraw"));
    }

    private void bringTo(String state) {
        switch (state) {
            case "listening" -> {
                agent1.opens();
                accepted(posts(agent1, "/{case}/questions", "to", "supervisor1", "question", "May I?"));
            }
            case "waiting for a callback" -> {
                agent1.opens();
                agent1.leaves(USER_TASK_LISTEN, "lost");
            }
            case "calling back" -> {
                agent1.opens();
                agent1.leaves(USER_TASK_LISTEN, "lost");
                timePasses("PT1H");
            }
            case "being reviewed" -> handsOverAtOnce("connection", "call-back");
            case "being approved" -> {
                handsOverAtOnce();
                supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
            }
            case "resolving" -> {
                handsOverAtOnce();
                supervisor1.takesOver();
            }
            case "offered in writing" -> {
                callsUpToChecking();
                agent1.hears("unreachable");
            }
            case "settled with promises" -> {
                callsUpToChecking();
                agent1.hears("agreed");
            }
            default -> {
                agreesAtOnce();
                agent1.keepsAPromise();
                timePasses("P6D");
            }
        }
    }
}
