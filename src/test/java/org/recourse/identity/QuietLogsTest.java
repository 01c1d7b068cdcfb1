package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logs carry case numbers, and nothing that a customer said or is called. */
@RecourseApplicationTest
@Tag("B7")
class QuietLogsTest {

    private static final String NAME = "Quillonia Vexley";
    private static final String PHONE = "+491701234987";
    private static final String EMAIL = "quillonia@vexley.example";
    private static final String STORY = "My zorgblatt was delivered smashed.";
    private static final List<String> PERSONAL =
            List.of("Quillonia", "Vexley", "vexley.example", "1234987", "zorgblatt");

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private String caseNumber = "";

    @BeforeEach
    void listen() {
        lines.start();
        root().addAppender(lines);
    }

    @AfterEach
    void stop() {
        root().detachAppender(lines);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void a_case_is_worked_and_goes_wrong_in_every_way_without_a_personal_word_in_a_log() throws Exception {
        open();
        submit(USER_TASK_LISTEN, Map.of("story", STORY, "product", "zorgblatt", "mood", "not " + NAME));
        submit(USER_TASK_LISTEN, Map.of("story", STORY, "product", "zorgblatt " + "z".repeat(300), "mood", 4));
        submit(USER_TASK_LISTEN, Map.of("story", STORY, "product", "zorgblatt", "mood", 4));
        submit(USER_TASK_RESTATE, Map.of("restatement", "The zorgblatt is broken.", "customerConfirms", "yes"));
        submit(
                USER_TASK_PROPOSE,
                Map.of("solution", "A new zorgblatt", "compensationKind", "refund", "compensationAmount", 9999));
        submit(USER_TASK_PROPOSE, Map.of("solution", "A new zorgblatt"));
        submit(USER_TASK_CHECK_AGREEMENT, Map.of("customerAnswer", "agreed"));
        submit(USER_TASK_CHECK_AGREEMENT, Map.of("customerAnswer", "agreed"));
        everythingElseGoesWrong();
        runJobs();

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .list())
                .extracting(Task::getTaskDefinitionKey)
                .contains(USER_TASK_WRAP_UP);
        LoggerFactory.getLogger(QuietLogsTest.class).info("Whatever was logged was heard");
        assertThat(lines.list).extracting(ILoggingEvent::getMessage).contains("Whatever was logged was heard");
        assertThat(lines.list)
                .extracting(QuietLogsTest::whole)
                .allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase(PERSONAL.toArray(String[]::new)));
    }

    private void open() throws Exception {
        var opened = api(
                "POST",
                "/api/cases",
                Map.of(
                        "phone",
                        PHONE,
                        "email",
                        EMAIL,
                        "channel",
                        "phone",
                        "title",
                        "Zorgblatt smashed",
                        "story",
                        STORY));
        caseNumber = json.readTree(opened.body()).get("caseNumber").asText();
        var customer = jdbc.sql("select customer_number from escalation_case where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .single();
        assertThat(api("PATCH", "/api/customers/" + customer, Map.of("name", NAME))
                        .statusCode())
                .isEqualTo(200);
    }

    private void everythingElseGoesWrong() throws Exception {
        ask("POST", "/api/cases", "application/json", "{\"story\": " + NAME + "}");
        ask(
                "POST",
                "/api/cases",
                "application/json",
                "{\"story\": [\"" + STORY + "\"], \"channel\": \"" + NAME + "\"}");
        ask("POST", "/api/cases/" + NAME.replace(' ', '-') + "/contacts", "application/json", "{}");
        ask(
                "GET",
                "/api/customers?phone=" + PHONE.substring(1) + "&number=" + NAME.replace(' ', '+'),
                "text/plain",
                "");
        ask("GET", "/api/customers/" + NAME.replace(' ', '-'), "text/plain", "");
        ask("POST", "/api/imports", "text/csv", "Complaint ID,Consumer complaint narrative\n1,\"" + STORY);
        ask("POST", "/api/cases/" + caseNumber + "/attachments", "multipart/form-data; boundary=x", upload());
        ask("GET", "/engine-rest/task?nameLike=" + NAME.replace(' ', '+') + "&sortBy=zorgblatt", "text/plain", "");
        ask("POST", "/engine-rest/task", "application/json", "{\"name\": \"" + NAME + "\", \"zorgblatt\": 1}");
        ask("POST", "/engine-rest/message", "application/json", "{\"messageName\": \"" + STORY + "\"}");
        new Basic(port, EMAIL, NAME).ask("GET", "/api/cases", "text/plain", "");
    }

    private static String upload() {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + NAME
                + ".exe\"\r\nContent-Type: application/x-msdownload\r\n\r\nMZ zorgblatt\r\n--x--\r\n";
    }

    private void submit(String step, Map<String, Object> answers) throws Exception {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(step)
                .singleResult();
        var variables = new LinkedHashMap<String, Object>();
        answers.forEach((field, value) -> variables.put(field, Map.of("value", value)));
        api(
                "POST",
                "/engine-rest/task/" + (task == null ? "gone" : task.getId()) + "/submit-form",
                Map.of("variables", variables));
    }

    /** Messages to a mail server that is not there, promises, the follow-up; what fails says so in the log. */
    private void runJobs() {
        for (int round = 0; round < 3; round++) {
            var jobs =
                    engine.getManagementService().createJobQuery().executable().list();
            assertThat(round > 0 || !jobs.isEmpty()).isTrue();
            jobs.forEach(job -> {
                try {
                    engine.getManagementService().executeJob(job.getId());
                } catch (RuntimeException failed) {
                    LoggerFactory.getLogger(QuietLogsTest.class).warn("A job failed", failed);
                }
            });
        }
    }

    private HttpResponse<String> api(String method, String path, Map<String, Object> body) throws Exception {
        return ask(method, path, "application/json", json.writeValueAsString(body));
    }

    private HttpResponse<String> ask(String method, String path, String type, String body) throws Exception {
        return new Basic(port, path.equals("/api/imports") ? "supervisor1" : "agent1", "demo")
                .ask(method, path, type, body);
    }

    private static String whole(ILoggingEvent line) {
        var text = new StringBuilder(line.getFormattedMessage()).append(line.getMDCPropertyMap());
        for (@Nullable IThrowableProxy cause = line.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            text.append(ThrowableProxyUtil.asString(cause));
        }
        return text.toString();
    }
}
