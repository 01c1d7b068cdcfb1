package org.recourse.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** People working a case over HTTP, with a clock that is moved and jobs that run when told to. */
@NullUnmarked
class CallCentre {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final TestRestTemplate http;
    private final RuntimeService runtime;
    private final ManagementService management;

    CallCentre(TestRestTemplate http, RuntimeService runtime, ManagementService management) {
        this.http = http;
        this.runtime = runtime;
        this.management = management;
    }

    /** Local time of the call centre, such as {@code 2026-11-24T15:20}. */
    void at(String time) {
        ClockUtil.setCurrentTime(Date.from(instant(time)));
    }

    static Instant instant(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }

    String open(String user, Map<String, Object> answers) {
        ResponseEntity<Map> opened = send(
                user,
                HttpMethod.POST,
                "/engine-rest/process-definition/key/CustomerEscalation/submit-form",
                variables(answers));
        assertThat(opened.getStatusCode().value())
                .as(String.valueOf(opened.getBody()))
                .isEqualTo(200);
        return Objects.requireNonNull(opened.getBody()).get("businessKey").toString();
    }

    String task(String step, String caseNumber) {
        List<Map<String, Object>> tasks = list(
                "admin",
                "/engine-rest/task?taskDefinitionKey=%s&processInstanceBusinessKey=%s".formatted(step, caseNumber));
        assertThat(tasks)
                .as("%s of %s, open: %s", step, caseNumber, open(caseNumber))
                .hasSize(1);
        return tasks.get(0).get("id").toString();
    }

    List<Object> open(String caseNumber) {
        return list("admin", "/engine-rest/task?processInstanceBusinessKey=" + caseNumber).stream()
                .map(task -> task.get("taskDefinitionKey"))
                .toList();
    }

    boolean sees(String user, String step, String caseNumber) {
        return !list(
                        user,
                        "/engine-rest/task?taskDefinitionKey=%s&processInstanceBusinessKey=%s"
                                .formatted(step, caseNumber))
                .isEmpty();
    }

    void submit(String user, String step, String caseNumber, Map<String, Object> answers) {
        ResponseEntity<Map> answer = trySubmit(user, step, caseNumber, answers);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s by %s: %s", step, user, answer.getBody())
                .isTrue();
    }

    ResponseEntity<Map> trySubmit(String user, String step, String caseNumber, Map<String, Object> answers) {
        return send(
                user,
                HttpMethod.POST,
                "/engine-rest/task/%s/submit-form".formatted(task(step, caseNumber)),
                variables(answers));
    }

    /** What the form of a step shows. */
    Map<String, Object> form(String user, String step, String caseNumber) {
        Map<String, Object> shown = new HashMap<>();
        ResponseEntity<Map> form = send(
                user, HttpMethod.GET, "/engine-rest/task/%s/form-variables".formatted(task(step, caseNumber)), null);
        Objects.requireNonNull(form.getBody())
                .forEach((key, value) -> shown.put(key.toString(), ((Map<?, ?>) value).get("value")));
        return shown;
    }

    ResponseEntity<Map> send(String user, HttpMethod method, String path, Object body) {
        return http.withBasicAuth(user, "demo")
                .exchange(path, method, new org.springframework.http.HttpEntity<>(body), Map.class);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String user, String path) {
        return http.withBasicAuth(user, "demo").getForObject(path, List.class);
    }

    Map<?, ?> file(String user, String caseNumber) {
        return Objects.requireNonNull(
                send(user, HttpMethod.GET, "/api/cases/" + caseNumber, null).getBody());
    }

    /** Runs every job of the case that is due, until none is. */
    void runDueJobs(String caseNumber) {
        for (List<Job> due = due(caseNumber); !due.isEmpty(); due = due(caseNumber)) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    Job job(String caseNumber, String element) {
        return jobs(caseNumber).stream()
                .filter(job -> element.equals(definition(job)))
                .findFirst()
                .orElseThrow();
    }

    private String definition(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    void run(Job job) {
        management.executeJob(job.getId());
    }

    List<Job> jobs(String caseNumber) {
        return instances(caseNumber).stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    List<ProcessInstance> instances(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
    }

    private List<Job> due(String caseNumber) {
        Date now = ClockUtil.getCurrentTime();
        return jobs(caseNumber).stream()
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(now))
                .filter(job -> management.createJobQuery().jobId(job.getId()).count() == 1)
                .toList();
    }

    private static Map<String, Object> variables(Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return Map.of("variables", variables);
    }
}
