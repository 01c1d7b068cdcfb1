package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.identifier.CaseNumber;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** {@code /api/cases} over real HTTP. */
@RecourseApplicationTest
class CaseApiTest extends PathsOfACase {

    @Test
    void a_case_is_opened_and_answers_with_its_number_and_where_to_work_it() {
        var opened = opens(agent1, null);

        assertThat(opened.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(numberOf(opened)).matches("R-EU-2026-\\d{6}");
        assertThat(String.valueOf(Objects.requireNonNull(opened.getBody()).get("taskUrl")))
                .startsWith("/camunda/app/tasklist");
        the.isCase(CaseNumber.of(numberOf(opened)));
        assertThat(the.holderOf(USER_TASK_LISTEN)).isEqualTo("agent1");
        assertThat(the.field("story")).isEqualTo("I was charged twice.");
        assertThat(the.field("mood_start")).isEqualTo("4");
    }

    @Test
    void the_same_key_again_is_the_same_case() {
        String key = UUID.randomUUID().toString();
        var first = opens(agent1, key);
        var second = opens(agent1, key);

        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(second.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(numberOf(second)).isEqualTo(numberOf(first));
        assertThat(casesOfTheCustomer()).isEqualTo(1);
    }

    @Test
    void the_same_key_at_the_same_moment_opens_one() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<ResponseEntity<Map<String, Object>>> opening = () -> opens(agent1, key);

        assertThat(openedAtTheSameMoment(List.of(opening, opening, opening, opening)))
                .hasSize(1);
        assertThat(casesOfTheCustomer()).isEqualTo(1);
    }

    @Test
    void a_newcomers_matters_at_the_same_moment_are_cases_of_one_customer() throws Exception {
        assertThat(openedAtTheSameMoment(Stream.of("Router", "Invoice", "Engineer", "Contract")
                        .<Callable<ResponseEntity<Map<String, Object>>>>map(title -> () -> opens(agent1, null, title))
                        .toList()))
                .hasSize(4);
        assertThat(casesOfTheCustomer()).isEqualTo(4);
    }

    private static Set<String> openedAtTheSameMoment(List<Callable<ResponseEntity<Map<String, Object>>>> openings)
            throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(openings.size());
        Set<String> numbers = new HashSet<>();
        try {
            for (Future<ResponseEntity<Map<String, Object>>> answer : callers.invokeAll(openings)) {
                assertThat(answer.get().getStatusCode())
                        .as("%s", answer.get().getBody())
                        .isIn(HttpStatus.CREATED, HttpStatus.OK);
                numbers.add(numberOf(answer.get()));
            }
        } finally {
            callers.shutdownNow();
        }
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({
        "title, ''",
        "story, ''",
        "channel, ''",
        "channel, pigeon",
        "mood, 7",
        "signals, sunshine",
        "team, team-south"
    })
    void what_does_not_fit_is_a_problem_that_names_the_field(String field, String value) {
        Map<String, Object> body = opening();
        body.put(field, value);
        var answer = posts(agent1, "", body);

        refused(answer, field);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(casesOfTheCustomer()).isZero();
    }

    @Test
    void somebody_has_to_be_the_customer() {
        Map<String, Object> body = opening();
        body.remove("customerNumber");

        refused(posts(agent1, "", body), "customerNumber");
    }

    @Test
    void a_key_counts_for_who_sent_it_and_is_no_longer_than_a_key_is() {
        String key = UUID.randomUUID().toString();
        assertThat(opens(agent1, key).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        // with the same title it would be the same contact of that moment, whoever sends it
        assertThat(opens(agent2, key, "Charged three times").getStatusCode()).isEqualTo(HttpStatus.CREATED);
        refused(opens(agent1, "k".repeat(201)), "Idempotency-Key");
    }

    @Test
    void a_team_in_which_nobody_could_take_the_case_is_refused() {
        Map<String, Object> body = opening();
        body.put("team", "team-west");

        refused(posts(manager1, "", body), "team");
        assertThat(casesOfTheCustomer()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\": ", "[1]", "null", "", "\"x\""})
    void a_body_that_is_no_json_object_is_told_so(String body) {
        HttpHeaders json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        var answer = http.withBasicAuth("agent1", "demo")
                .exchange(
                        "/api/cases",
                        HttpMethod.POST,
                        new HttpEntity<>(body, json),
                        new ParameterizedTypeReference<Map<String, Object>>() {});

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody())
                .containsEntry("field", "body")
                .extractingByKey("detail")
                .asString()
                .contains("JSON object");
    }

    @Test
    void a_promise_that_the_case_does_not_have_is_404() {
        agent1.opens();
        assertThat(posts(agent1, "/{case}/promises/999999", "state", "kept").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        refused(posts(agent1, "/{case}/promises/abc", "state", "kept"), "id");
    }

    @Test
    void who_is_in_two_teams_says_which() {
        refused(posts(manager1, "", opening()), "team");
        Map<String, Object> body = opening();
        body.put("team", "team-south");
        var opened = posts(manager1, "", body);

        accepted(opened);
        the.isCase(CaseNumber.of(numberOf(opened)));
        assertThat(the.holderOf(USER_TASK_LISTEN)).isEqualTo("team-south-agent");
    }

    @Test
    void the_case_file_tells_everything_and_who_read_it() {
        callsUpToProposing();
        agent1.proposes("A corrected bill", "compensationKind", "goodwill", "compensationAmount", 5);
        agent1.hears("agreed");
        var file = file("supervisor1", the.number().value());

        assertThat(file.getStatusCode()).isEqualTo(HttpStatus.OK);
        Map<String, Object> body = Objects.requireNonNull(file.getBody());
        assertThat(body)
                .containsEntry("caseNumber", the.number().value())
                .containsEntry("state", "settled")
                .containsKeys("brief", "timeline", "proposals", "promises", "clocks", "explanation");
        assertThat(String.valueOf(body.get("brief"))).contains("I was charged twice.");
        assertThat(String.valueOf(body.get("promises"))).contains("A corrected bill");
        assertThat(String.valueOf(body.get("proposals"))).contains("goodwill");
        assertThat(the.record()).anyMatch(line -> line.startsWith("supervisor1 GET /api/cases read"));
    }

    @Test
    @Tag("R22")
    void the_timeline_leaves_the_words_of_people_as_they_are() {
        callsUpToChecking();
        String said = "No, solution, now: I talk to manager, from supervisor to agent2";
        agent1.hears("another-angle", "refusalReason", said);
        accepted(posts(agent1, "/{case}/questions", "to", "agent2", "question", said, "dueBy", "2026-11-27T12:00"));
        agent2.answersTheQuestion("no");

        HttpHeaders german = new HttpHeaders();
        german.setAcceptLanguageAsLocales(List.of(Locale.GERMANY));
        JsonNode file = http.withBasicAuth("supervisor1", "demo")
                .exchange("/api/cases/" + the.number(), HttpMethod.GET, new HttpEntity<>(german), JsonNode.class)
                .getBody();
        assertThat(file.path("timeline").findValuesAsText("after"))
                .contains("abgelehnt, will einen anderen Weg: " + said, "Ben Novak: " + said, "no");
    }

    @Test
    @Tag("R29")
    void the_timeline_names_people_groups_and_steps_and_no_ids() {
        callsUpToChecking();
        accepted(posts(agent1, "/{case}/corrections", "step", "restate", "reason", "She said no."));
        agent1.leaves(USER_TASK_RESTATE, "hand-over");
        the.jobsRun();
        accepted(posts(supervisor1, "/{case}/customer", "customerNumber", "C-10018", "reason", "Same phone."));

        List<String> told = http.withBasicAuth("supervisor1", "demo")
                .getForObject("/api/cases/" + the.number(), JsonNode.class)
                .path("timeline")
                .findValuesAsText("after");
        assertThat(told)
                .contains("from Check agreement back to Restate: She said no.")
                .anyMatch(line -> line.startsWith("to level 2, Supervisors of team north"))
                .noneMatch(line -> line.matches("(?s).*(agent1|supervisor1|team-north|UserTask_).*"));
    }

    @Test
    void no_such_case_is_404() {
        assertThat(file("agent1", "R-EU-2026-999999").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void what_can_be_no_case_number_is_told_like_a_case_that_does_not_exist() {
        for (String path : List.of("/api/cases/C-10017", "/api/work/next?case=C-10017")) {
            ResponseEntity<JsonNode> answer =
                    http.withBasicAuth("agent1", "demo").getForEntity(path, JsonNode.class);
            assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(Objects.requireNonNull(answer.getBody()).path("detail").asText())
                    .as(path)
                    .isEqualTo("There is no case C-10017.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agent1, 200",
        "agent2, 200",
        "supervisor1, 200",
        "manager1, 200",
        "auditor1, 200",
        "agent3, 403",
        "supervisor2, 403",
        "owner1, 403",
        "operator1, 403"
    })
    void the_case_file_is_for_those_who_have_business_with_it(String person, int status) {
        agent1.opens();

        assertThat(file(person, the.number().value()).getStatusCode().value()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "owner1", "operator1"})
    void nobody_else_opens_or_changes_a_case(String person) {
        agent1.opens();
        Colleague outsider = the.person(person);

        assertThat(opens(outsider, null).getStatusCode().is4xxClientError()).isTrue();
        assertThat(posts(outsider, "/{case}/contacts", "channel", "phone", "story", "s")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(posts(outsider, "/{case}/withdrawal", "reason", "r").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(posts(outsider, "/{case}/questions", "to", "agent1", "question", "q")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    @Test
    void contacts_withdrawals_promises_and_questions_name_what_is_missing() {
        callsUpToChecking();
        agent1.hears("agreed");

        refused(posts(agent1, "/{case}/contacts", "story", "s"), "channel");
        refused(posts(agent1, "/{case}/contacts", "channel", "phone"), "story");
        refused(posts(agent1, "/{case}/contacts", "channel", "phone", "story", "a".repeat(20_001)), "story");
        refused(posts(agent1, "/{case}/withdrawal"), "reason");
        refused(posts(agent1, "/{case}/promises/" + the.promise("solution"), "state", "eaten"), "state");
        refused(posts(agent1, "/{case}/promises/" + the.promise("solution"), "state", "moved"), "dueBy");
        refused(posts(agent1, "/{case}/questions", "question", "q"), "to");
        refused(posts(agent1, "/{case}/questions", "to", "nobody", "question", "q"), "to");
        refused(posts(agent1, "/{case}/questions", "to", " ", "question", "q"), "to");
        refused(posts(agent1, "/{case}/questions", "to", "supervisor1"), "question");
        refused(
                posts(agent1, "/{case}/questions", "to", "supervisor1", "question", "q", "dueBy", "2026-01-01T08:00"),
                "dueBy");
        assertThat(the.promises()).containsExactly("solution open");
    }

    private Map<String, Object> opening() {
        return Colleague.with(
                new Object[0],
                "customerNumber",
                the.customer(),
                "channel",
                "phone",
                "title",
                "Charged twice",
                "story",
                "I was charged twice.",
                "mood",
                4,
                "signals",
                List.of("raised-voice"));
    }

    private ResponseEntity<Map<String, Object>> opens(Colleague person, @Nullable String key) {
        return opens(person, key, "Charged twice");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> opens(Colleague person, @Nullable String key, String title) {
        HttpHeaders headers = new HttpHeaders();
        if (key != null) {
            headers.add("Idempotency-Key", key);
        }
        Map<String, Object> body = opening();
        body.put("title", title);
        ResponseEntity<Map> answer = http.withBasicAuth(person.id(), "demo")
                .postForEntity("/api/cases", new HttpEntity<>(body, headers), Map.class);
        return (ResponseEntity) answer;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> file(String person, String number) {
        ResponseEntity<Map> answer = http.withBasicAuth(person, "demo").getForEntity("/api/cases/" + number, Map.class);
        return (ResponseEntity) answer;
    }

    private static String numberOf(ResponseEntity<Map<String, Object>> opened) {
        return String.valueOf(Objects.requireNonNull(opened.getBody()).get("caseNumber"));
    }

    private int casesOfTheCustomer() {
        return jdbc.sql("select count(*) from escalation_case where customer_number = ?")
                .param(the.customer())
                .query(Integer.class)
                .single();
    }
}
