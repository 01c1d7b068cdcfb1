package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recourse.model.CustomerEscalationIds.ESCALATION_HANDED_OVER;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.identifier.CaseNumber;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Each promise that the design makes about the form gate, over real HTTP where Tasklist and integrations meet it. */
@RecourseApplicationTest
class FormGateTest extends PathsOfACase {

    private static final String LETTER_IN_MANY_TONGUES = "Ärger, 怒り, غضب, 😡 ";

    @Test
    void a_refusal_is_a_400_that_names_the_field_and_nothing_is_half_written() {
        agent1.opens();
        List<String> before = the.record();
        ResponseEntity<Map<String, Object>> refused = submits(
                agent1,
                USER_TASK_LISTEN,
                Map.of("story", "Twice!", "product", "Roaming", "mood", 9, "madeUp", "kept?"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(message(refused)).contains("mood: ").contains("whole number from 1 to 5");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
        assertThat(the.record()).isEqualTo(before);
        assertThat(the.field("story")).isEqualTo("null");
        assertThat(extraFacts()).isEmpty();
    }

    /** An administrator may do all of it as far as the engine is concerned; the holder of the step some of it. */
    @ParameterizedTest
    @CsvSource({
        "agent1, complete",
        "agent1, resolve",
        "agent1, bpmnError",
        "agent1, bpmnEscalation",
        "admin, complete",
        "admin, resolve",
        "admin, bpmnError",
        "admin, bpmnEscalation",
        "admin, delegate"
    })
    void a_step_is_not_completed_any_other_way(String person, String way) {
        agent1.opens();
        ResponseEntity<Map<String, Object>> answer = rest(
                the.person(person),
                "/task/" + the.task(USER_TASK_LISTEN).getId() + "/" + way,
                switch (way) {
                    case "delegate" -> Map.of("userId", "agent2");
                    case "bpmnError" -> Map.of("errorCode", "Any");
                    case "bpmnEscalation" -> Map.of("escalationCode", ESCALATION_HANDED_OVER);
                    default -> Map.of("variables", Map.of("callState", Map.of("value", "goes-on")));
                });

        assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(message(answer)).contains("submitting its form").doesNotContain("ENGINE-");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
        assertThat(the.field("level")).isEqualTo("1");
        assertThat(variables()).extracting(HistoricVariableInstance::getName).doesNotContain("callState");
    }

    @Test
    void nor_deleted() {
        agent1.opens();
        ResponseEntity<Map<String, Object>> answer = http.withBasicAuth("admin", "demo")
                .exchange(
                        "/engine-rest/task/" + the.task(USER_TASK_LISTEN).getId(),
                        HttpMethod.DELETE,
                        null,
                        new ParameterizedTypeReference<>() {});

        assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(message(answer)).contains("submitting its form");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "claim", "complete"})
    void a_step_that_is_over_says_so(String way) {
        agent1.opens();
        String task = the.task(USER_TASK_LISTEN).getId();
        agent1.listens();
        ResponseEntity<Map<String, Object>> answer =
                rest(agent1, "/task/" + task + "/" + way, Map.of("userId", "agent1"));

        assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(message(answer)).contains("not open any more");
    }

    @Test
    void nor_by_the_service_in_java() {
        agent1.opens();
        String task = the.task(USER_TASK_LISTEN).getId();

        assertThatThrownBy(() -> engine.getTaskService().complete(task)).hasMessageContaining("submitting its form");
        assertThatThrownBy(() -> the.as("agent1", () -> {
                    engine.getTaskService().complete(task, Map.of("callState", "goes-on"));
                    return task;
                }))
                .hasMessageContaining("submitting its form");
        assertThatThrownBy(() -> engine.getTaskService().delegateTask(task, "agent2"))
                .hasMessageContaining("submitting its form");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    @Test
    void a_case_is_not_opened_without_its_form() {
        ResponseEntity<Map<String, Object>> answer = rest(
                agent1,
                "/process-definition/key/CustomerEscalation/start",
                Map.of("variables", Map.of("title", Map.of("value", "no form"))));

        assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(message(answer)).contains("start form");
    }

    @Test
    void absent_means_unchanged_and_blank_means_cleared() {
        agent1.opens("story", "as it was", "desiredOutcome", "my money");
        accepted(submits(agent1, USER_TASK_LISTEN, Map.of("product", "Roaming", "mood", "3")));

        assertThat(the.field("story")).isEqualTo("as it was");
        assertThat(the.field("desired_outcome")).isEqualTo("my money");
        agent1.restates("customerConfirms", "no");
        accepted(submits(agent1, USER_TASK_LISTEN, Map.of("desiredOutcome", "")));
        assertThat(the.field("desired_outcome")).isEqualTo("null");
        assertThat(the.field("product")).isEqualTo("Roaming");
    }

    @Test
    void an_answer_is_never_given_back_as_the_data_of_a_later_step() {
        List<String> answers = List.of(
                "callState",
                "customerConfirms",
                "customerAnswer",
                "supervisorDecision",
                "approvalDecision",
                "callOutcome",
                "settled",
                "finalAnswerAccepted");
        callsUpToChecking();
        agent1.hears("another-angle");
        assertThat(agent1.sees(USER_TASK_PROPOSE)).doesNotContainKeys(answers.toArray(String[]::new));
        agent1.proposes("Something else");
        assertThat(agent1.sees(USER_TASK_CHECK_AGREEMENT)).doesNotContainKeys(answers.toArray(String[]::new));
        agent1.hears("escalate");
        assertThat(supervisor1.sees(USER_TASK_REVIEW_HANDOVER)).doesNotContainKeys(answers.toArray(String[]::new));
        supervisor1.takesOver();
        assertThat(supervisor1.sees(USER_TASK_RESOLVE_ESCALATION)).doesNotContainKeys(answers.toArray(String[]::new));
    }

    @Test
    void the_engine_holds_a_few_primitive_variables_and_nothing_of_what_was_said() {
        callsUpToProposing();
        agent1.proposes("A corrected bill", "compensationKind", "goodwill", "compensationAmount", 5);
        agent1.hears("escalate", "refusalReason", "won't wait");
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620, "problemGoal", "line up");
        manager1.decides("approve", "approvalReason", "gold for us");
        supervisor1.resolves("agreed", "solution", "Six days back", "mood", 2);
        supervisor1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("yes", 5, "thank you");
        the.isClosed("agreed");

        List<HistoricVariableInstance> variables = variables();
        assertThat(variables.stream().map(HistoricVariableInstance::getName).distinct())
                .hasSizeLessThan(20)
                .contains("resumeAt", "promiseId")
                .doesNotContain("customerAnswer", "callState", "story", "decisionResult");
        assertThat(variables)
                .extracting(HistoricVariableInstance::getTypeName)
                .isSubsetOf("string", "integer", "long", "boolean", "date");
        assertThat(variables.stream().map(HistoricVariableInstance::getValue).map(String::valueOf))
                .noneMatch(value ->
                        List.of("charged", "bill", "wait", "line up", "gold", "days back", "thank", "Roaming").stream()
                                .anyMatch(value::contains));
    }

    @Test
    void a_story_of_20000_characters_in_any_language_comes_through_the_start_form_whole() {
        String story = storyOf(20_000);
        ResponseEntity<Map<String, Object>> opened = opens(story);
        accepted(opened);
        the.isCase(CaseNumber.of(
                String.valueOf(Objects.requireNonNull(opened.getBody()).get("businessKey"))));

        assertThat(the.field("story")).isEqualTo(story);
        assertThat(agent1.sees(USER_TASK_LISTEN)).containsEntry("story", story);
        assertThat(caseFile(agent1).toString()).contains(story);
    }

    @Test
    void and_through_a_task_form() {
        String story = storyOf(20_000);
        agent1.opens();
        accepted(submits(agent1, USER_TASK_LISTEN, Map.of("story", story, "product", "p", "mood", 2)));

        assertThat(the.field("story")).isEqualTo(story);
        assertThat(agent1.sees(USER_TASK_RESTATE)).containsEntry("story", story);
    }

    @Test
    void and_through_the_api() {
        String story = storyOf(20_000);
        var opened = posts(agent1, "", opening("story", story));
        accepted(opened);
        the.isCase(CaseNumber.of(
                String.valueOf(Objects.requireNonNull(opened.getBody()).get("caseNumber"))));

        assertThat(the.field("story")).isEqualTo(story);
    }

    @Test
    void one_character_more_is_refused_everywhere_and_the_sentence_says_how_many_it_has() {
        String story = storyOf(20_001);
        assertThat(message(opens(story))).contains("story: has 20,001 characters");

        refused(posts(agent1, "", opening("story", story)), "story");
        agent1.opens();
        assertThat(message(submits(agent1, USER_TASK_LISTEN, Map.of("story", story))))
                .contains("story: has 20,001 characters; at most 20,000 are kept");
    }

    @ParameterizedTest
    @CsvSource({
        USER_TASK_LISTEN + ", hand-over, story",
        USER_TASK_LISTEN + ", cannot-continue, story",
        USER_TASK_LISTEN + ", lost, story",
        USER_TASK_RESTATE + ", hand-over, customerConfirms",
        USER_TASK_PROPOSE + ", cannot-continue, solution compensationAmount dueBy",
        USER_TASK_CHECK_AGREEMENT + ", call-back, dueBy"
    })
    void an_exit_always_goes_through_and_rubbish_is_kept(String step, String exit, String fieldsOfTheStep) {
        Map<String, Object> rubbish = Map.of(
                "mood", "purple",
                "signals", "sunshine",
                "handOverTrigger", "whatever",
                "connection", "pigeon",
                "callbackFrom", "later",
                "callbackNumber", "9".repeat(60));
        Map<String, Object> rubbishOfTheStep = Map.of(
                "story", storyOf(20_001),
                "customerConfirms", "perhaps",
                "solution", "half a sent",
                "compensationAmount", "a lot",
                "dueBy", "soon");
        Map<String, Object> typed = new LinkedHashMap<>(rubbish);
        for (String field : fieldsOfTheStep.split(" ")) {
            typed.put(field, Objects.requireNonNull(rubbishOfTheStep.get(field)));
        }
        Map<String, Object> answers = new LinkedHashMap<>(typed);
        answers.put("callState", exit);
        callsUpTo(step);
        accepted(submits(agent1, step, answers));

        assertThat(the.steps()).doesNotContain(step);
        assertThat(extraFacts())
                .containsAll(typed.entrySet().stream()
                        .map(one -> Map.of("field", (Object) one.getKey(), "value", one.getValue()))
                        .toList());
    }

    @Test
    void escalation_at_the_answer_is_an_exit_too() {
        callsUpToChecking();
        accepted(submits(
                agent1,
                USER_TASK_CHECK_AGREEMENT,
                Map.of("customerAnswer", "escalate", "mood", "purple", "dueBy", "soon", "connection", "pigeon")));

        assertThat(the.steps()).contains(USER_TASK_REVIEW_HANDOVER);
        assertThat(extraFacts()).contains(Map.of("field", "dueBy", "value", "soon"));
    }

    @Test
    void a_step_that_somebody_else_holds_is_refused_and_the_attempt_recorded() {
        agent1.opens();
        ResponseEntity<Map<String, Object>> refused =
                submits(supervisor1, USER_TASK_LISTEN, Map.of("story", "s", "product", "p", "mood", 2));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(the.record()).anyMatch(line -> line.contains("refused") && line.contains("held by agent1"));
        assertThat(submits(agent2, USER_TASK_LISTEN, Map.of("story", "s"))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(the.holderOf(USER_TASK_LISTEN)).isEqualTo("agent1");
    }

    private void callsUpTo(String step) {
        switch (step) {
            case USER_TASK_LISTEN -> agent1.opens();
            case USER_TASK_RESTATE -> {
                agent1.opens();
                agent1.listens();
            }
            case USER_TASK_PROPOSE -> callsUpToProposing();
            default -> callsUpToChecking();
        }
    }

    private static String storyOf(int units) {
        String story = LETTER_IN_MANY_TONGUES.repeat(units / LETTER_IN_MANY_TONGUES.length() + 1);
        String cut = story.substring(0, units - 2);
        return (Character.isHighSurrogate(cut.charAt(units - 3)) ? cut.substring(0, units - 3) + "…" : cut) + "!!";
    }

    private Map<String, Object> opening(Object... more) {
        return Colleague.with(more, "customerNumber", the.customer(), "channel", "phone", "title", "Charged twice");
    }

    private ResponseEntity<Map<String, Object>> opens(String story) {
        return rest(
                agent1,
                "/process-definition/key/CustomerEscalation/submit-form",
                Map.of("variables", typed(opening("story", story))));
    }

    private ResponseEntity<Map<String, Object>> submits(Colleague person, String step, Map<String, Object> answers) {
        return rest(person, "/task/" + the.task(step).getId() + "/submit-form", Map.of("variables", typed(answers)));
    }

    private static Map<String, Object> typed(Map<String, Object> answers) {
        Map<String, Object> typed = new LinkedHashMap<>();
        answers.forEach((field, value) -> typed.put(field, Map.of("value", value)));
        return typed;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> rest(Colleague person, String path, Map<String, Object> body) {
        ResponseEntity<Map> answer =
                http.withBasicAuth(person.id(), "demo").postForEntity("/engine-rest" + path, body, Map.class);
        return (ResponseEntity) answer;
    }

    private static String message(ResponseEntity<Map<String, Object>> answer) {
        return String.valueOf(Objects.requireNonNull(answer.getBody()).get("message"));
    }

    private Map<?, ?> caseFile(Colleague person) {
        return Objects.requireNonNull(
                http.withBasicAuth(person.id(), "demo").getForObject("/api/cases/" + the.number(), Map.class));
    }

    private List<Map<String, Object>> extraFacts() {
        return jdbc.sql("select field, fact from extra_fact where case_number = ? order by field")
                .param(the.number())
                .query((row, n) -> Map.<String, Object>of("field", row.getString(1), "value", row.getString(2)))
                .list();
    }

    private List<HistoricVariableInstance> variables() {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(the.number().value())
                .list()
                .stream()
                .flatMap(instance -> engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
                .toList();
    }
}
