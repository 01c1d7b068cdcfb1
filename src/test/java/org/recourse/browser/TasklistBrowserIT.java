package org.recourse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.PostgresApplicationTest;
import org.recourse.model.CustomerEscalationIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People work a case in the real Tasklist, in a real browser. Screenshots are under {@code target/screenshots}. */
@PostgresApplicationTest
@Tag("browser")
class TasklistBrowserIT {

    /** 20,000 UTF-16 units with an emoji, umlauts and quotes. */
    private static final String LONGEST_STORY =
            "“Zweimal für denselben Tag!” \uD83D\uDE21 ".repeat(700).substring(0, 19_999) + ".";

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestRestTemplate http;

    @Test
    @Tag("R1")
    void an_agent_goes_from_the_first_word_to_agreed() {
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            String caseNumber = open(agent, "C-10017", "Roaming charged twice");

            agent.arrivesAt("Listen");
            agent.photograph("02-listen");
            agent.write("The story from the beginning", LONGEST_STORY);
            agent.write("Product or order", "mobile contract");
            agent.tick("Mood now", "4 angry");
            agent.complete();

            agent.arrivesAt("Restate");
            agent.sees(caseNumber);
            agent.photograph("03-restate");
            agent.write("Say this in your own words", "You were charged twice for roaming in November.");
            agent.tick("Have I understood that correctly?", "Yes");
            agent.complete();

            agent.arrivesAt("Propose");
            agent.write("Solution you offer", "We pay the second charge back.");
            agent.select("Money: kind", "Refund");
            agent.write("Amount", "18.40");
            agent.photograph("04-propose");
            agent.complete();

            agent.arrivesAt("Check agreement");
            agent.sees("18.40");
            agent.photograph("05-check-agreement");
            agent.tick("What does the customer say?", "Yes, agreed");
            agent.complete();

            agent.arrivesAt("Wrap up");
            agent.photograph("06-wrap-up");

            assertThat(agent.errors()).isEmpty();
            assertThat(caseFile(caseNumber).at("/brief/story").asText()).isEqualTo(LONGEST_STORY);
        }
    }

    @Test
    @Tag("R12")
    void a_supervisor_reads_the_brief_of_a_case_that_was_handed_over_and_advises() {
        String caseNumber;
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            caseNumber = open(agent, "C-10018", "Router dead for a week");
            agent.open(task(caseNumber, USER_TASK_LISTEN));
            agent.write("The story from the beginning", "The router has been dead for a week, nobody came.");
            agent.write("Product or order", "router");
            agent.tick("Mood now", "5 furious");
            agent.tick("How does the call go on?", "Hand over now");
            agent.tick("Why is it handed over?", "They ask for a superior");
            agent.photograph("07-listen-hand-over");
            agent.complete();
            assertThat(agent.errors()).isEmpty();
        }
        try (Tasklist supervisor = new Tasklist(chromium.browser(), port, "supervisor1")) {
            supervisor.photographScreen("08-supervisor");
            supervisor.open(task(caseNumber, USER_TASK_REVIEW_HANDOVER));
            supervisor.sees(caseNumber);
            supervisor.sees("The router has been dead for a week, nobody came.");
            supervisor.claim();
            supervisor.photograph("09-review-handover");
            supervisor.tick("What do you do?", "Advise the agent, who goes on");
            supervisor.write("Advice for the agent", "Send a technician tomorrow and a mobile router today.");
            supervisor.complete();
            assertThat(supervisor.errors()).isEmpty();
        }
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            agent.open(task(caseNumber, USER_TASK_PROPOSE));
            agent.sees("Send a technician tomorrow and a mobile router today.");
            agent.photograph("10-propose-with-advice");
            assertThat(agent.errors()).isEmpty();
        }
    }

    /** Opens a case by the start form. */
    private String open(Tasklist agent, String customerNumber, String title) {
        Set<String> before = openCases();
        agent.choose("Customer escalation");
        agent.photographScreen("01-start");
        agent.write("Customer number", customerNumber);
        agent.write("What is it about?", title);
        agent.start();
        Set<String> opened = openCases();
        opened.removeAll(before);
        assertThat(opened).hasSize(1);
        return opened.iterator().next();
    }

    private Set<String> openCases() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(CustomerEscalationIds.PROCESS).list().stream()
                .map(ProcessInstance::getBusinessKey)
                .collect(Collectors.toSet());
    }

    private String task(String caseNumber, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(element)
                .singleResult()
                .getId();
    }

    private JsonNode caseFile(String caseNumber) {
        return http.withBasicAuth("agent1", "demo").getForObject("/api/cases/" + caseNumber, JsonNode.class);
    }
}
