package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.http.HttpStatus;

/** Colleagues work on a case together (R26). */
@RecourseApplicationTest
@Tag("R26")
class TeamworkTest extends PathsOfACase {

    @BeforeEach
    void aCase() {
        agent1.opens();
    }

    @Test
    void a_comment_is_in_the_case_file_and_tells_who_is_named() {
        accepted(posts(agent1, "/{case}/comments", "text", "@supervisor1 the order is 88-4711, mail a@b.example"));

        JsonNode comment = file("agent2").at("/comments/0");
        assertThat(comment.path("who").asText()).isEqualTo("agent1");
        assertThat(comment.path("text").asText()).contains("88-4711");
        assertThat(comment.path("mentions")).extracting(JsonNode::asText).containsExactly("supervisor1");
        assertThat(the.told()).containsExactly("supervisor1: mention");
        assertThat(notices("supervisor1")).anyMatch(sentence -> sentence.contains("Amira Haddad names you"));
    }

    @Test
    void a_notice_that_was_read_is_not_shown_again() {
        posts(agent1, "/{case}/comments", "text", "@supervisor1 please look");
        long id = Objects.requireNonNull(as("supervisor1").getForObject("/api/notices", JsonNode.class))
                .at("/0/id")
                .asLong();
        as("supervisor1").postForEntity("/api/notices/read?upTo=" + id, null, Void.class);

        assertThat(notices("supervisor1")).isEmpty();
    }

    @Test
    void a_comment_that_names_nobody_who_exists_or_says_nothing_is_refused_and_nothing_is_kept() {
        refused(posts(agent1, "/{case}/comments", "text", "@nobody9 look"), "text");
        refused(posts(agent1, "/{case}/comments", "text", "  "), "text");
        refused(posts(agent1, "/{case}/comments", "text", "x".repeat(4_001)), "text");

        assertThat(file("agent1").path("comments")).isEmpty();
    }

    @Test
    void another_team_has_no_business_with_it() {
        assertThat(posts(the.person("agent3"), "/{case}/comments", "text", "Hello")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private JsonNode file(String person) {
        return Objects.requireNonNull(as(person).getForObject("/api/cases/" + the.number(), JsonNode.class));
    }

    private List<String> notices(String person) {
        return Objects.requireNonNull(as(person).getForObject("/api/notices", JsonNode.class))
                .findValuesAsText("sentence");
    }

    private org.springframework.boot.test.web.client.TestRestTemplate as(String person) {
        return http.withBasicAuth(person, "demo");
    }

    /** What was typed is kept on the server until it is sent. */
    @Tag("R27")
    @Test
    void a_draft_comes_back_in_the_form_of_its_holder_and_nobody_else_has_it() {
        assertThat(types("agent1", Map.of("story", "It all began", "callState", "hand-over")))
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(agent1.reads(USER_TASK_LISTEN, "story")).isEqualTo("It all began");
        assertThat(agent1.reads(USER_TASK_LISTEN, "callState")).isEqualTo("hand-over");
        assertThat(types("agent2", Map.of("story", "mine now"))).isEqualTo(HttpStatus.CONFLICT);
        assertThat(supervisor1.reads(USER_TASK_LISTEN, "story")).isEmpty();
        assertThat(the.field("story")).isEqualTo("null");

        http.withBasicAuth("agent1", "demo").delete("/api/drafts/" + task());
        assertThat(agent1.reads(USER_TASK_LISTEN, "story")).isEmpty();
    }

    @Test
    @Tag("R27")
    void card_numbers_are_hidden_in_drafts_and_too_much_is_refused() {
        types("agent1", Map.of("story", "My card is 4111 1111 1111 1111"));
        assertThat(agent1.reads(USER_TASK_LISTEN, "story")).isEqualTo("My card is **** **** **** 1111");

        assertThat(types("agent1", Map.of("story", "x".repeat(200_001)))).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    @Tag("R8")
    void what_was_typed_into_a_brief_that_ends_by_itself_is_in_the_brief() {
        agent1.leaves(USER_TASK_LISTEN, "hand-over");
        types("agent1", Map.of("facts", "18.40 twice", "mood", "9", "refusalExplained", "Only a supervisor may"));
        timePasses("PT11M");

        assertThat(the.steps()).containsExactly(USER_TASK_REVIEW_HANDOVER);
        assertThat(the.field("facts")).isEqualTo("18.40 twice");
        assertThat(the.field("refusal_explained")).isEqualTo("Only a supervisor may");
        assertThat(the.record()).anyMatch(line -> line.contains("left-blank") && !line.contains("facts"));
        assertThat(jdbc.sql("select count(*) from form_draft where case_number = ?")
                        .param(the.number())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private HttpStatus types(String person, Map<String, Object> answers) {
        return HttpStatus.valueOf(http.withBasicAuth(person, "demo")
                .exchange(
                        "/api/drafts/" + task(),
                        org.springframework.http.HttpMethod.PUT,
                        new org.springframework.http.HttpEntity<>(answers),
                        String.class)
                .getStatusCode()
                .value());
    }

    /** The agent's step of the case. */
    private String task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .taskAssignee("agent1")
                .singleResult()
                .getId();
    }
}
