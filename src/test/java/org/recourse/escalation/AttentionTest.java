package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.worklist.HandOverWatch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What cannot wait reaches who can act (R9, R30). */
@RecourseApplicationTest
class AttentionTest extends PathsOfACase {

    @Autowired
    HandOverWatch watch;

    @Test
    @Tag("R9")
    void a_hand_over_needs_those_it_is_offered_to_until_one_takes_it() {
        int before = count("supervisor1");
        int elsewhere = count("supervisor2");
        handsOverAtOnce("handOverTrigger", "threat");

        assertThat(count("supervisor1")).isEqualTo(before + 1);
        assertThat(count("supervisor2")).isEqualTo(elsewhere);
        assertThat(count("agent1")).isZero();

        engine.getTaskService().claim(review(), "supervisor1");
        assertThat(count("supervisor1")).isEqualTo(before);
    }

    @Test
    @Tag("R9")
    void unclaimed_for_half_a_minute_it_is_offered_to_the_next_and_after_a_minute_the_agent_may_offer_a_callback() {
        handsOverAtOnce("handOverTrigger", "demand");
        Instant handedOver = the.now();
        watch.watch();
        assertThat(the.candidatesOf(USER_TASK_REVIEW_HANDOVER)).doesNotContain("team-north-manager");

        the.itIs(handedOver.plusSeconds(31));
        watch.watch();
        watch.watch();
        assertThat(the.candidatesOf(USER_TASK_REVIEW_HANDOVER)).contains("team-north-manager");
        assertThat(the.told())
                .filteredOn("team-north-manager: hand-over-unclaimed"::equals)
                .hasSize(1);
        assertThat(waiting("agent1", "stalled")).doesNotContain(the.number().value());

        the.itIs(handedOver.plusSeconds(61));
        assertThat(waiting("agent1", "stalled")).contains(the.number().value());
        accepted(posts(agent1, "/{case}/callback-instead"));
        assertThat(waiting("agent1", "stalled")).doesNotContain(the.number().value());
        assertThat(the.field("connection")).isEqualTo("call-back");
        assertThat(the.callbacks()).containsExactly("wanted 0");
    }

    @Test
    @Tag("R30")
    void abuse_is_warned_of_twice_and_ends_the_call_the_third_time_with_fixed_words_in_the_agents_language() {
        agent1.opens();
        agent1.listens();

        assertThat(warned("en").path("say").asText()).startsWith("I want to help you.");
        assertThat(warned("de").path("say").asText()).startsWith("Ich bitte Sie ein zweites Mal.");
        JsonNode last = warned("de");
        assertThat(last.path("end").asBoolean()).isTrue();
        assertThat(last.path("say").asText()).contains("ruft Sie zurück");
        assertThat(the.field("signals")).contains("abuse");
        assertThat(the.record()).filteredOn(line -> line.contains("warned")).hasSize(3);
    }

    @Test
    @Tag("R30")
    void danger_to_life_reaches_the_safety_contact_once_whatever_step_it_is() {
        agent1.opens();
        accepted(posts(agent1, "/{case}/danger"));
        accepted(posts(agent1, "/{case}/danger"));

        assertThat(the.letters()).containsExactly("safety-alert");
        assertThat(jdbc.sql("select recipient from message where case_number = ?")
                        .param(the.number())
                        .query(String.class)
                        .single())
                .isEqualTo("safety@recourse.example");
        assertThat(the.told()).contains("team-north-supervisor: danger-to-life", "team-north-manager: danger-to-life");
        assertThat(the.field("signals")).isEqualTo("danger");
    }

    @Test
    @Tag("R30")
    void danger_that_is_ticked_in_a_form_reaches_the_safety_contact_too() {
        agent1.opens();
        agent1.listens("signals", List.of("danger"));

        assertThat(the.letters()).containsExactly("safety-alert");
        assertThat(the.field("urgency")).isEqualTo("100");
    }

    private JsonNode warned(String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return Objects.requireNonNull(http.withBasicAuth("agent1", "demo")
                .exchange(
                        "/api/cases/" + the.number() + "/conduct",
                        HttpMethod.POST,
                        new HttpEntity<>(headers),
                        JsonNode.class)
                .getBody());
    }

    private int count(String person) {
        JsonNode needed = http.withBasicAuth(person, "demo").getForObject("/api/work/attention", JsonNode.class);
        assertThat(needed.path("zone").asText()).isEqualTo("Europe/Berlin");
        return Objects.requireNonNull(needed).path("count").asInt();
    }

    private List<String> waiting(String person, String which) {
        JsonNode needed = http.withBasicAuth(person, "demo").getForObject("/api/work/attention", JsonNode.class);
        return StreamSupport.stream(needed.path(which).spliterator(), false)
                .map(one -> one.path("caseNumber").asText())
                .toList();
    }

    private String review() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .taskDefinitionKey(USER_TASK_REVIEW_HANDOVER)
                .singleResult()
                .getId();
    }
}
