package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** A browser in German gets the deployed forms in German, over real HTTP. */
@RecourseApplicationTest
@Tag("R27")
class GermanFormsTest extends PathsOfACase {

    @Test
    void a_form_comes_in_the_language_of_the_browser() {
        agent1.opens();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .singleResult()
                .getId();

        assertThat(form(task, "de-DE,de;q=0.9,en;q=0.5"))
                .contains("Die Geschichte von Anfang an, in den Worten des Kunden")
                .contains("Ich kann nicht weitermachen (ohne Begründung)")
                .contains("\"key\":\"callState\"")
                .doesNotContain("The story from the beginning");
        assertThat(form(task, "en-GB,en;q=0.9,de;q=0.5"))
                .contains("The story from the beginning")
                .doesNotContain("Die Geschichte");
    }

    private String form(String task, String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return String.valueOf(http.withBasicAuth("agent1", "demo")
                .exchange(
                        "/engine-rest/task/" + task + "/deployed-form",
                        HttpMethod.GET,
                        new HttpEntity<>(headers),
                        String.class)
                .getBody());
    }
}
