package org.recourse.worklist.process;

import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.form.SteeringVariable.Lasting;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.model.AfterCallIds;
import org.recourse.model.CompensationApprovalIds;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;
import org.recourse.worklist.WaitingSteps;
import org.springframework.stereotype.Component;

/** Asks the engine for waiting steps, as far as its authorizations show them. */
@Component
class EngineWaitingSteps implements WaitingSteps {

    private static final int AT_MOST = 200;

    private static final Set<String> ONE_OF_SEVERAL = Set.of(USER_TASK_KEEP_PROMISE, USER_TASK_ANSWER_QUESTION);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ProcessCalls calls;
    private final CurrentUser user;
    private final Times times;
    private final Clock clock;

    EngineWaitingSteps(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            ProcessCalls calls,
            CurrentUser user,
            Times times,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.calls = calls;
        this.user = user;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public List<WaitingStep> stepsOf(Collection<String> taskIds) {
        List<Task> visible = tasks.createTaskQuery()
                .taskIdIn(taskIds.stream().limit(AT_MOST).toArray(String[]::new))
                .list();
        Map<String, CaseNumber> numbers = numbers(visible);
        Map<String, Long> about = about(visible);
        List<WaitingStep> steps = new ArrayList<>();
        for (Task task : visible) {
            CaseNumber caseNumber = numbers.get(task.getProcessInstanceId());
            if (caseNumber != null) {
                steps.add(new WaitingStep(
                        task.getId(), caseNumber, task.getTaskDefinitionKey(), about.get(task.getProcessInstanceId())));
            }
        }
        return steps;
    }

    /** Asks for nothing when no step among them is about one of several. */
    private Map<String, Long> about(List<Task> visible) {
        String[] instances = visible.stream()
                .filter(task -> ONE_OF_SEVERAL.contains(task.getTaskDefinitionKey()))
                .map(Task::getProcessInstanceId)
                .toArray(String[]::new);
        return instances.length == 0
                ? Map.of()
                : calls.unrestricted(() -> runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instances)
                        .variableNameIn(Lasting.PROMISE_ID, Lasting.QUESTION_ID)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(
                                VariableInstance::getProcessInstanceId, number -> (Long) number.getValue())));
    }

    private Map<String, CaseNumber> numbers(List<Task> visible) {
        var instances = visible.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : calls.unrestricted(() ->
                        runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                                .filter(instance -> instance.getBusinessKey() != null)
                                .collect(Collectors.toMap(
                                        ProcessInstance::getId, instance -> CaseNumber.of(instance.getBusinessKey()))));
    }

    /** The call itself goes first, then the work right after it; promises and questions come last. */
    @Override
    public Optional<NextStep> mine(CaseNumber caseNumber) {
        return open(caseNumber).stream()
                .filter(this::isMine)
                .filter(this::isToBeDoneNow)
                .min(Comparator.comparing(this::isAfterwards).thenComparing(task -> !isAfterCall(task)))
                .map(task -> new NextStep(
                        task.getId(), task.getTaskDefinitionKey(), task.getName(), Sentence.of("worklist.you")));
    }

    @Override
    public Optional<NextStep> elsewhere(CaseNumber caseNumber) {
        return open(caseNumber).stream()
                .filter(task -> !isMine(task) && !isAfterwards(task))
                .findFirst()
                .map(task -> new NextStep(task.getId(), task.getTaskDefinitionKey(), task.getName(), with(task)));
    }

    private List<Task> open(CaseNumber caseNumber) {
        return calls.unrestricted(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .orderByTaskCreateTime()
                .desc()
                .list());
    }

    private boolean isMine(Task task) {
        return user.id().equals(PersonId.ofNullable(task.getAssignee()));
    }

    /** A promise is done on its day, unless its owner opens it from the list before. */
    private boolean isToBeDoneNow(Task task) {
        Date due = task.getDueDate();
        return !task.getTaskDefinitionKey().equals(USER_TASK_KEEP_PROMISE)
                || due == null
                || !day(due.toInstant()).isAfter(day(clock.instant()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, times.house());
    }

    private boolean isAfterCall(Task task) {
        return process(task).equals(AfterCallIds.PROCESS);
    }

    private String process(Task task) {
        return calls.unrestricted(() ->
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey());
    }

    private boolean isAfterwards(Task task) {
        String process = process(task);
        return !process.equals(CustomerEscalationIds.PROCESS) && !process.equals(CompensationApprovalIds.PROCESS);
    }

    private Saying with(Task task) {
        return task.getAssignee() != null
                ? somebody(task.getAssignee())
                : calls.unrestricted(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .map(EngineWaitingSteps::somebody)
                        .reduce((first, next) -> Sentence.of("worklist.with-more", first, next))
                        .orElse(new Written(""));
    }

    private static Saying somebody(String personOrGroup) {
        return Sentence.of("worklist.with", new Person(personOrGroup));
    }
}
