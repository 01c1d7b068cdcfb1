package org.recourse.escalation.process;

import static org.recourse.model.CustomerEscalationIds.MESSAGE_CASE_WITHDRAWN;
import static org.recourse.model.CustomerEscalationIds.MESSAGE_CUSTOMER_CONTACTED;
import static org.recourse.model.CustomerEscalationIds.MESSAGE_SIGNAL_NOTICED;
import static org.recourse.model.WrittenOfferIds.MESSAGE_OFFER_ANSWERED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.model.AfterCallIds;
import org.recourse.model.CallbackIds;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.model.PromiseIds;
import org.recourse.model.QuestionIds;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the engine what happens to a case. */
@Component
class EngineCaseProcess implements CaseProcess {

    private static final List<String> BESIDE_THE_CASE =
            List.of(AfterCallIds.PROCESS, PromiseIds.PROCESS, QuestionIds.PROCESS);

    private final ProcessCalls calls;
    private final ProcessMoves moves;
    private final FormService forms;
    private final RepositoryService repository;
    private final TaskService tasks;

    EngineCaseProcess(
            ProcessCalls calls,
            ProcessMoves moves,
            @Lazy FormService forms,
            @Lazy RepositoryService repository,
            @Lazy TaskService tasks) {
        this.calls = calls;
        this.moves = moves;
        this.forms = forms;
        this.repository = repository;
        this.tasks = tasks;
    }

    @Override
    public CaseNumber open(Map<String, @Nullable Object> answers) {
        String definition = calls.unrestricted(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(CustomerEscalationIds.PROCESS)
                .withoutTenantId()
                .latestVersion()
                .singleResult()
                .getId());
        try {
            return CaseNumber.of(forms.submitStartForm(definition, answers).getBusinessKey());
        } catch (FormFieldValidationException refused) {
            throw refused.getCause() instanceof RefusedInput input ? input : refused;
        }
    }

    @Override
    public Optional<String> waitingStep(CaseNumber caseNumber) {
        return calls.unrestricted(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(Task::getId)
                .findFirst());
    }

    @Override
    public void customerContacted(CaseNumber caseNumber, String channel, String story) {
        calls.tell(
                MESSAGE_CUSTOMER_CONTACTED, caseNumber, Map.of("channel", passing(channel), "story", passing(story)));
    }

    @Override
    public void signalNoticed(CaseNumber caseNumber) {
        calls.tell(MESSAGE_SIGNAL_NOTICED, caseNumber, Map.of());
    }

    @Override
    public void prioritise(CaseNumber caseNumber, int priority) {
        calls.unrestricted(() -> {
            tasks.createTaskQuery()
                    .processDefinitionKey(CustomerEscalationIds.PROCESS)
                    .processInstanceBusinessKey(caseNumber.value())
                    .list()
                    .forEach(task -> tasks.setPriority(task.getId(), priority));
            return null;
        });
    }

    @Override
    public void offerAnswered(CaseNumber caseNumber) {
        calls.tell(MESSAGE_OFFER_ANSWERED, caseNumber, Map.of());
    }

    @Override
    public boolean withdrawn(CaseNumber caseNumber, String reason) {
        return calls.tell(MESSAGE_CASE_WITHDRAWN, caseNumber, Map.of("reason", passing(reason)));
    }

    /** Lives until the transaction ends: a text of any length passes and none stays in the engine. */
    private static Object passing(String text) {
        return Variables.stringValue(text, true);
    }

    @Override
    public List<String> at(CaseNumber caseNumber) {
        return moves.at(caseNumber);
    }

    @Override
    public boolean hasPassed(CaseNumber caseNumber, String element) {
        return moves.hasPassed(caseNumber, element);
    }

    @Override
    public void goTo(CaseNumber caseNumber, String element, String reason) {
        moves.goTo(caseNumber, element, reason);
    }

    @Override
    public void goOnAt(CaseNumber caseNumber, String element) {
        moves.goOnAt(caseNumber, element);
    }

    @Override
    public boolean give(CaseNumber caseNumber, @Nullable PersonId from, PersonId to) {
        return calls.unrestricted(() -> {
            List<Task> given = tasks
                    .createTaskQuery()
                    .processDefinitionKeyIn(CustomerEscalationIds.PROCESS, CallbackIds.PROCESS)
                    .processInstanceBusinessKey(caseNumber.value())
                    .list()
                    .stream()
                    .filter(task -> task.getAssignee() == null
                            || from != null && task.getAssignee().equals(from.value()))
                    .toList();
            given.forEach(task -> tasks.setAssignee(task.getId(), to.value()));
            return !given.isEmpty();
        });
    }

    @Override
    public void endSideProcesses(CaseNumber caseNumber) {
        BESIDE_THE_CASE.forEach(process -> calls.end(process, caseNumber, "the case ended"));
    }
}
