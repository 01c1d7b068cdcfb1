package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CallbackIds.INTERMEDIATE_EVENT_CALLBACK_DUE;
import static org.recourse.model.FollowUpIds.MESSAGE_CUSTOMER_RATED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.record.Recorded;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Works one case in the words of the business: people submit forms as themselves, time passes and due jobs run in the
 * order in which they are due, the customer answers.
 */
public final class CaseDriver {

    private static final String CALLBACK_DUE = INTERMEDIATE_EVENT_CALLBACK_DUE;

    /** Tuesday 24 November 2026, 10:02 in Berlin. */
    public static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T09:02:00Z");

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private String customer = "C-P" + CUSTOMERS.incrementAndGet();
    private @Nullable CaseNumber caseNumber;

    public CaseDriver(ProcessEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
        itIs(TUESDAY_MORNING);
    }

    /** Another case of another customer, or of the same one. */
    CaseDriver another(boolean sameCustomer) {
        Instant now = now();
        CaseDriver other = new CaseDriver(engine, jdbc);
        other.itIs(now);
        other.customer = sameCustomer ? customer : other.customer;
        return other;
    }

    public Colleague person(String id) {
        return new Colleague(this, id);
    }

    public CaseNumber number() {
        return Objects.requireNonNull(caseNumber, "no case was opened yet");
    }

    String customer() {
        return customer;
    }

    void isCase(CaseNumber number) {
        caseNumber = number;
    }

    public void itIs(Instant at) {
        ClockUtil.setCurrentTime(Date.from(at));
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** The clock moves on; what comes due meanwhile happens at its time. */
    public void timePasses(Duration duration) {
        Instant until = now().plus(duration);
        for (int jobs = 0; runOne(until); jobs++) {
            assertThat(jobs).as("jobs that come due in %s", duration).isLessThan(60);
        }
        itIs(until);
    }

    /** The clock moves on to the booked window, if a callback is waited for. */
    public void callbackComesDue() {
        jobs().stream()
                .filter(job -> job.getJobDefinitionId() != null && CALLBACK_DUE.equals(activityOf(job)))
                .findFirst()
                .filter(job -> dueAt(job).isAfter(now()))
                .ifPresent(job -> timePasses(Duration.between(now(), dueAt(job))));
    }

    private String activityOf(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** Elements whose timers wait. */
    List<String> timers() {
        return jobs().stream()
                .filter(job -> job.getDuedate() != null)
                .map(this::activityOf)
                .toList();
    }

    /** What is due now happens. */
    public void jobsRun() {
        timePasses(Duration.ZERO);
    }

    private boolean runOne(Instant until) {
        List<Job> due = jobs().stream()
                .filter(job -> job.getRetries() > 0)
                .filter(job -> dueAt(job).compareTo(until) <= 0)
                .sorted(Comparator.comparing(this::dueAt).thenComparing(Job::getId))
                .toList();
        if (due.isEmpty()) {
            return false;
        }
        if (dueAt(due.get(0)).isAfter(now())) {
            itIs(dueAt(due.get(0)));
        }
        engine.getManagementService().executeJob(due.get(0).getId());
        return true;
    }

    private Instant dueAt(Job job) {
        return job.getDuedate() == null
                ? job.getCreateTime().toInstant()
                : job.getDuedate().toInstant();
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (ProcessInstance instance : instances()) {
            jobs.addAll(engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .list());
        }
        return jobs;
    }

    private List<ProcessInstance> instances() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number().value())
                .list();
    }

    List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number().value())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** Ids of the open steps, in alphabetical order. */
    public List<String> steps() {
        return tasks().stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    Task task(String step) {
        return tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(step))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("%s waits for no %s but for %s".formatted(caseNumber, step, steps())));
    }

    /** Who holds the step, else the groups that it is offered to. */
    List<String> candidatesOf(String step) {
        return engine.getTaskService().getIdentityLinksForTask(task(step).getId()).stream()
                .map(link -> String.valueOf(link.getGroupId()))
                .toList();
    }

    String holderOf(String step) {
        Task task = task(step);
        return task.getAssignee() != null
                ? task.getAssignee()
                : engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    /** The customer answers the check-in, as the page behind its link will report it. */
    public void customerRates(String settled, int rating, String comment) {
        engine.getRuntimeService()
                .createMessageCorrelation(MESSAGE_CUSTOMER_RATED)
                .processInstanceBusinessKey(number().value())
                .setVariable("settled", Variables.stringValue(settled, true))
                .setVariable("rating", Variables.integerValue(rating, true))
                .setVariable("comment", Variables.stringValue(comment, true))
                .correlate();
        jobsRun();
    }

    /** The value of a field of the case, as text. */
    public String field(String column) {
        return jdbc.sql("select %s from escalation_case where case_number = ?".formatted(column))
                .param(number())
                .query((row, n) -> String.valueOf(row.getString(1)))
                .single();
    }

    /** A sentence that the case keeps, in English. */
    public String said(String column) {
        return SayingJson.read(field(column)).toString();
    }

    /** One column of the rows of a table that belong to the case, in order of their making. */
    public List<String> all(String column, String table) {
        return jdbc.sql("select %s from %s where case_number = ? order by id".formatted(column, table))
                .param(number())
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** {@code recipient: kind} of everybody who was told something. */
    List<String> told() {
        return all("recipient || ': ' || kind", "notice");
    }

    List<String> letters() {
        return all("kind", "message");
    }

    List<String> promises() {
        return all("kind || ' ' || state", "promise");
    }

    List<String> callbacks() {
        return all("state || ' ' || attempts", "callback");
    }

    /** {@code refund 18.40 to-pay} of each amount that was agreed. */
    List<String> money() {
        return jdbc.sql("""
                        select kind || ' ' || amount || ' ' || state from compensation_grant where case_number = ?
                        order by grant_key""").param(number()).query(String.class).list();
    }

    long promise(String kind) {
        return Long.parseLong(jdbc.sql("select max(id) from promise where case_number = ? and kind = ?")
                .params(number(), kind)
                .query(String.class)
                .single());
    }

    /** Who did what at which step; values that came from the case's surroundings are left out. */
    List<String> record() {
        return Recorded.of(jdbc, number()).stream()
                .map(event ->
                        Recorded.line(event).replace(number().value(), "<case>").replace(customer, "<customer>"))
                .toList();
    }

    /** The diagrams' elements that the case passed, by diagram; instances of one in the order of their start. */
    Map<String, List<String>> passed() {
        Map<String, List<String>> passed = new TreeMap<>();
        List<HistoricProcessInstance> instances = new ArrayList<>(engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number().value())
                .orderByProcessInstanceStartTime()
                .asc()
                .list());
        for (HistoricProcessInstance instance : instances) {
            passed.computeIfAbsent(instance.getProcessDefinitionKey(), key -> new ArrayList<>())
                    .addAll(engine
                            .getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .orderPartiallyByOccurrence()
                            .asc()
                            .list()
                            .stream()
                            .map(HistoricActivityInstance::getActivityId)
                            .toList());
        }
        return passed;
    }

    /** Everything is over: no task, timer, job, execution, and nothing owed, asked or planned. */
    public void nothingIsLeft() {
        jobsRun();
        assertThat(steps()).as("steps").isEmpty();
        assertThat(jobs()).as("jobs and timers").isEmpty();
        assertThat(engine.getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(number().value())
                        .list())
                .extracting(Execution::getProcessInstanceId)
                .as("executions")
                .isEmpty();
        assertThat(all("state", "promise")).as("promises").doesNotContain("open");
        assertThat(all("state", "callback")).as("callbacks").doesNotContain("wanted", "booked");
        assertThat(all("state", "approval")).as("requests for approval").doesNotContain("open");
        assertThat(all("ended_at", "contact")).as("contacts under way").doesNotContain("null");
        assertThat(field("closed_at")).as("closed at").isNotEqualTo("null");
    }

    public void isClosed(String outcome) {
        nothingIsLeft();
        assertThat(field("state")).isEqualTo("closed");
        assertThat(field("outcome")).isEqualTo(outcome);
    }

    public void isWithdrawn() {
        nothingIsLeft();
        assertThat(field("state")).isEqualTo("withdrawn");
    }

    public void end() {
        engine.getIdentityService().clearAuthentication();
        ClockUtil.reset();
    }

    <T> T as(String person, Supplier<T> work) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    String open(String person, Map<String, Object> answers) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(CustomerEscalationIds.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        String opened = as(
                person,
                () -> engine.getFormService()
                        .submitStartForm(definition, answers)
                        .getBusinessKey());
        caseNumber = CaseNumber.of(opened);
        return opened;
    }

    void submit(String person, String step, Map<String, Object> answers) {
        String id = task(step).getId();
        as(person, () -> {
            engine.getFormService().submitTaskForm(id, answers);
            return id;
        });
        jobsRun();
    }

    /** What the form of the step shows. */
    Map<String, Object> shown(String person, String step) {
        String id = task(step).getId();
        return as(person, () -> engine.getFormService().getTaskFormVariables(id));
    }

    ProcessEngine engine() {
        return engine;
    }
}
