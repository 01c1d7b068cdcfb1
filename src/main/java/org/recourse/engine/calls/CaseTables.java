package org.recourse.engine.calls;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.model.CustomerEscalationIds;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the decision tables of the release on which a case stands, for those who ask them outside a diagram. */
@Component
public class CaseTables {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ProcessCalls calls;
    private final Map<String, DecisionDefinition> found = new ConcurrentHashMap<>();

    CaseTables(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, ProcessCalls calls) {
        this.runtime = runtime;
        this.repository = repository;
        this.calls = calls;
    }

    /** The table of the case's release; the live one's for a case that is only being opened, or has ended. */
    public DecisionDefinition of(CaseNumber caseNumber, String decision) {
        return calls.unrestricted(() -> {
            String deployment = deployment(caseNumber);
            DecisionDefinition table = deployment == null ? null : ofDeployment(deployment, decision);
            return table == null ? live(decision) : table;
        });
    }

    /** A deployed table never changes: after the first look it costs no statement. */
    private @Nullable DecisionDefinition ofDeployment(String deployment, String decision) {
        return found.computeIfAbsent(
                deployment + "/" + decision,
                key -> repository
                        .createDecisionDefinitionQuery()
                        .deploymentId(deployment)
                        .decisionDefinitionKey(decision)
                        .singleResult());
    }

    private DecisionDefinition live(String decision) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
    }

    private @Nullable String deployment(CaseNumber caseNumber) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(CustomerEscalationIds.PROCESS)
                .processInstanceBusinessKey(caseNumber.value())
                .listPage(0, 1)
                .stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .map(this::deploymentOf)
                .findFirst()
                .orElse(null);
    }

    private String deploymentOf(String definition) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definition)
                .getDeploymentId();
    }
}
