package org.recourse.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.customer.Customers;
import org.recourse.customer.TestTables;
import org.recourse.identifier.CaseNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** R32: a mail server that is down for hours leaves an incident; what an operator then does sends the mail once. */
@RecourseApplicationTest
@NullUnmarked
@Tag("R32")
class OperatorsRetryTest {

    private static final CaseNumber CASE = CaseNumber.of("R-EU-2026-999001");
    private static final String SENDER = "mailSenderOfOperatorsRetryTest";

    @Autowired
    Messages messages;

    @Autowired
    MessageDispatch dispatch;

    @Autowired
    Customers customers;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestRestTemplate http;

    @Autowired
    DefaultListableBeanFactory beans;

    @Autowired
    DataSource tables;

    private GreenMail server;

    @BeforeEach
    void a_mail_server_that_is_down() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();
        server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        beans.registerSingleton(SENDER, Workbench.smtp(port));
    }

    @AfterEach
    void without_a_mail_server_as_before() {
        beans.destroySingleton(SENDER);
        server.stop();
    }

    @Test
    void an_operator_retries_the_incident_and_the_mail_is_sent_exactly_once() {
        TestTables.openCases(tables, CASE);
        long id = messages.write(
                "operators-retry/" + System.nanoTime(),
                CASE,
                MessageKind.CHECK_IN,
                customers.byNumber("C-10017").orElseThrow(),
                Map.of("title", "Roaming", "link", "https://r.example/rate/t"));
        Job job = failsToItsEnd();

        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentType()).isEqualTo("failedJob"));
        assertThat(state(id)).isEqualTo(MessageState.WRITTEN);

        server.start();
        assertThat(retries(job)).isEqualTo(HttpStatus.NO_CONTENT);
        engine.getManagementService().executeJob(job.getId());

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(state(id)).isEqualTo(MessageState.SENT);
        assertThat(jobs()).as("the incident went with its job").isEmpty();

        assertThat(retries(job).is2xxSuccessful()).as("the second press").isFalse();
        dispatch.dispatch(id, CASE);
        jobs().forEach(duplicate -> engine.getManagementService().executeJob(duplicate.getId()));
        assertThat(http.withBasicAuth("operator1", "demo")
                        .postForEntity("/api/messages/" + id + "/resend", null, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(jobs()).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    /** Every try that the diagram gives it fails. */
    private Job failsToItsEnd() {
        for (int tries = 0; tries < 10; tries++) {
            Job job = jobs().get(0);
            if (job.getRetries() == 0) {
                assertThat(tries).as("tries, as the diagram says").isEqualTo(5);
                return job;
            }
            assertThat(catchThrowable(() -> engine.getManagementService().executeJob(job.getId())))
                    .hasStackTraceContaining("MessageNotDelivered");
        }
        throw new AssertionError("the job is tried for ever");
    }

    private List<Job> jobs() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(CASE.value())
                .list()
                .stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
    }

    /** What Cockpit's button sends. */
    private HttpStatusCode retries(Job job) {
        return http.withBasicAuth("operator1", "demo")
                .exchange(
                        "/engine-rest/job/" + job.getId() + "/retries",
                        HttpMethod.PUT,
                        new HttpEntity<>(Map.of("retries", 1)),
                        String.class)
                .getStatusCode();
    }

    private MessageState state(long id) {
        return messages.byId(id).orElseThrow().state();
    }
}
