package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** The brief is complete, fair and can be taken along; what was not tried is named (R7, R8, R10). */
@RecourseApplicationTest
@Tag("R10")
class BriefTest extends PathsOfACase {

    @Test
    void who_hands_over_is_told_their_own_limits_and_who_takes_over_theirs() {
        handsOverAtOnce();

        assertThat(agent1.reads(USER_TASK_PREPARE_HANDOVER, "hint")).contains("goodwill or voucher up to 25.00");
        assertThat(supervisor1.reads(USER_TASK_REVIEW_HANDOVER, "limitText"))
                .contains("goodwill or voucher up to 100.00");
    }

    @Test
    void what_is_missing_is_named_with_a_score_until_it_is_there() {
        handsOverAtOnce("story", "Charged twice.", "product", "Roaming", "mood", 4);

        assertThat(agent1.reads(USER_TASK_PREPARE_HANDOVER, "hint"))
                .contains("% complete. Missing: facts, what it does to them, what they want,")
                .contains("what was offered, or why nothing was");
        int before = file().at("/brief/briefScore").asInt();
        agent1.completesTheBrief(
                "facts", "18.40 twice",
                "effect", "Overdrawn",
                "desiredOutcome", "Money back",
                "refusalExplained", "A refund needs my supervisor",
                "notTriedReason", "They would not hear of a voucher");
        JsonNode brief = file().path("brief");
        assertThat(brief.path("briefScore").asInt()).isEqualTo(100).isGreaterThan(before);
        assertThat(brief.path("briefMissing")).isEmpty();
    }

    @Test
    void words_that_judge_the_person_are_pointed_out_and_stop_nothing() {
        handsOverAtOnce();
        agent1.completesTheBrief("agentView", "She was hysterical, but the bill is wrong.", "facts", "Bill of 3 May");

        assertThat(the.steps()).containsExactly(USER_TASK_REVIEW_HANDOVER);
        assertThat(supervisor1.reads(USER_TASK_REVIEW_HANDOVER, "hint"))
                .contains("These words judge the person; say what was said or done instead: hysterical.");
        assertThat(file().at("/brief/briefJudging"))
                .extracting(JsonNode::asText)
                .containsExactly("hysterical");
    }

    @Test
    @Tag("R8")
    void what_nobody_offered_is_on_a_checklist_at_every_level() {
        callsUpToChecking("compensationKind", "credit", "compensationAmount", "10.00");

        assertThat(agent1.reads(USER_TASK_CHECK_AGREEMENT, "limitText"))
                .contains("Not tried yet:", "voucher", "goodwill")
                .doesNotContain("credit;");
        agent1.hears("escalate");
        assertThat(supervisor1.reads(USER_TASK_REVIEW_HANDOVER, "hint")).contains("Not tried yet:", "refund");
        supervisor1.takesOver();
        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "hint")).contains("Not tried yet:");
        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "speakerName"))
                .isEqualTo("Sofia Lindgren");
    }

    @Test
    void the_brief_can_be_downloaded_in_the_readers_language_with_the_view_apart_from_the_facts() {
        handsOverAtOnce("story", "Charged twice.");
        agent1.completesTheBrief("agentView", "I believe her.", "facts", "18.40 twice");

        ResponseEntity<String> page = download("de");
        assertThat(page.getHeaders().getContentDisposition().getFilename()).isEqualTo(the.number() + ".txt");
        assertThat(page.getBody())
                .contains(
                        "In den Worten des Kunden\nCharged twice.",
                        "Fakten\n18.40 twice",
                        "Eigene Sicht des Agenten\nI believe her.");
        assertThat(download("en").getBody()).contains("In their words\nCharged twice.");
    }

    private ResponseEntity<String> download(String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return http.withBasicAuth("supervisor1", "demo")
                .exchange(
                        "/api/cases/" + the.number() + "/brief",
                        HttpMethod.GET,
                        new HttpEntity<>(headers),
                        String.class);
    }

    private JsonNode file() {
        return Objects.requireNonNull(
                http.withBasicAuth("supervisor1", "demo").getForObject("/api/cases/" + the.number(), JsonNode.class));
    }
}
