package org.recourse.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.FollowUpIds.MESSAGE_CUSTOMER_RATED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.recourse.CasesPutAway;
import org.recourse.RecourseApplicationTest;
import org.recourse.callback.Callbacks;
import org.recourse.clock.CaseClock;
import org.recourse.clock.Clocks;
import org.recourse.compensation.ledger.CaseMoney;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.desk.CaseDesk;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.followup.CheckIns;
import org.recourse.identifier.CaseNumber;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case told as a story: named people work forms at instants on Berlin's clock, timers fire when they are due. */
@RecourseApplicationTest
public abstract class Story {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected Cases cases;

    @Autowired
    protected CaseDesk desk;

    @Autowired
    protected Contacts contacts;

    @Autowired
    protected Promises promises;

    @Autowired
    protected Callbacks callbacks;

    @Autowired
    protected CheckIns checkIns;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected Clocks clocks;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestRestTemplate http;

    private static final CaseNumber NONE_YET = CaseNumber.of("R-EU-0000-000000");

    protected CaseNumber caseNumber = NONE_YET;

    @AfterEach
    void ordinaryTimeGoesOn() {
        if (!caseNumber.equals(NONE_YET)) {
            instances(caseNumber.value())
                    .forEach(instance -> engine.getRuntimeService()
                            .deleteProcessInstanceIfExists(instance.getId(), "story told", true, true, true, false));
        }
        engine.getIdentityService().clearAuthentication();
        ClockUtil.reset();
        CasesPutAway.from(jdbc);
    }

    /** What the ledger says: reserved, released, committed. */
    protected List<String> money() {
        CaseMoney money = ledger.of(caseNumber);
        return Stream.of(money.reserved(), money.released(), money.committed())
                .map(amount -> amount.setScale(2).toPlainString())
                .toList();
    }

    protected static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    /** Time passes until then: what falls due on the way happens when it is due. */
    protected void at(String local) {
        Instant until = berlin(local);
        Optional<Job> due = nextJob(until);
        while (due.isPresent()) {
            Instant dueAt = due.get().getDuedate() == null
                    ? now()
                    : due.get().getDuedate().toInstant();
            if (dueAt.isAfter(now())) {
                ClockUtil.setCurrentTime(Date.from(dueAt));
            }
            engine.getManagementService().executeJob(due.get().getId());
            due = nextJob(until);
        }
        ClockUtil.setCurrentTime(Date.from(until));
    }

    private Optional<Job> nextJob(Instant until) {
        return jobs().stream()
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(until))
                .min(Comparator.comparing(job -> job.getDuedate() == null
                        ? Instant.EPOCH
                        : job.getDuedate().toInstant()));
    }

    protected static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    protected List<Job> jobs() {
        if (caseNumber.equals(NONE_YET)) {
            return List.of();
        }
        List<Job> jobs = new ArrayList<>();
        instances(caseNumber.value())
                .forEach(instance -> jobs.addAll(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .list()));
        return jobs;
    }

    protected List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    protected List<String> steps() {
        return tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private List<ProcessInstance> instances(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list();
    }

    /** @return the number of the case that the contact belongs to */
    protected CaseNumber opens(String person, Object... answers) {
        return CaseNumber.of(as(
                person,
                () -> engine.getFormService()
                        .submitStartForm(
                                engine.getRepositoryService()
                                        .createProcessDefinitionQuery()
                                        .processDefinitionKey(CustomerEscalationIds.PROCESS)
                                        .latestVersion()
                                        .singleResult()
                                        .getId(),
                                map(answers))
                        .getBusinessKey()));
    }

    protected void does(String person, String element, Object... answers) {
        Task task = task(element);
        as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), map(answers));
            return null;
        });
    }

    protected Task task(String element) {
        return tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(element + " is not open, but " + steps()));
    }

    protected <T> T as(String person, java.util.concurrent.Callable<T> work) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return work.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    protected void customerRates(String settled, int rating, String comment) {
        engine.getRuntimeService()
                .createMessageCorrelation(MESSAGE_CUSTOMER_RATED)
                .processInstanceBusinessKey(caseNumber.value())
                .setVariables(Map.of("settled", settled, "rating", rating, "comment", comment))
                .correlate();
    }

    protected static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    protected EscalationCase theCase() {
        return cases.get(caseNumber);
    }

    protected List<Promise> promised(PromiseKind kind) {
        return promises.of(caseNumber).stream()
                .filter(promise -> promise.kind() == kind)
                .toList();
    }

    /** Who was told what, in order: {@code kind to recipient}. */
    protected List<String> told() {
        return jdbc.sql("select kind, recipient from notice where case_number = ? order by id")
                .param(caseNumber)
                .query((row, n) -> row.getString(1) + " to " + row.getString(2))
                .list();
    }

    protected List<Instant> toldAt(String kind, String recipient) {
        return jdbc.sql("select at from notice where case_number = ? and kind = ? and recipient = ? order by id")
                .params(caseNumber, kind, recipient)
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .list();
    }

    protected List<Instant> writtenAt(String kind) {
        return jdbc.sql("select created_at from message where case_number = ? and kind = ? order by id")
                .params(caseNumber, kind)
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .list();
    }

    /** Every clock of the case: what, from when, until when, what became of it and when, on Berlin's clock. */
    protected List<String> clockLines() {
        return clocks.of(caseNumber).stream()
                .map(clock -> "%s: %s to %s, %s"
                        .formatted(
                                clock.what(),
                                local(clock.startedAt()),
                                local(clock.dueAt()),
                                clock.endedAt() == null
                                        ? "running"
                                        : (clock.isBreached(now()) ? "late " : clock.met() ? "met " : "stopped ")
                                                + local(clock.endedAt())))
                .toList();
    }

    private static String local(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).format(at.atZone(BERLIN));
    }

    /** What a published figure counts, of the days of the story. */
    protected Count counted(String figure) {
        for (JsonNode one : http.withBasicAuth("manager1", "demo")
                .getForObject("/api/metrics?from=2026-11-24&to=2026-12-31", JsonNode.class)
                .get("figures")) {
            if (one.get("figure").asText().equals(figure)) {
                JsonNode total = one.get("total");
                return new Count(
                        total.get("numerator").asInt(), total.get("denominator").asInt());
            }
        }
        throw new AssertionError("no figure " + figure);
    }

    protected record Count(int of, int all) {

        Count minus(Count earlier) {
            return new Count(of - earlier.of, all - earlier.all);
        }

        @Override
        public String toString() {
            return of + " of " + all;
        }
    }

    /** The case is over: no step, timer, job, open promise or running clock is left of it. */
    protected void nothingIsLeft() {
        assertThat(steps()).isEmpty();
        assertThat(jobs()).isEmpty();
        assertThat(instances(caseNumber.value())).isEmpty();
        assertThat(promises.of(caseNumber)).noneMatch(Promise::isPending);
        assertThat(ledger.held(caseNumber)).isEqualByComparingTo("0");
        assertThat(clocks.of(caseNumber)).isNotEmpty().noneMatch(CaseClock::isOpen);
    }
}
