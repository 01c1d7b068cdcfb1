package org.recourse.engine.calls;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.recourse.identifier.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the capabilities tell processes, on behalf of Recourse and not of the person whose request it is. */
@Component
public class ProcessCalls {

    private final ProcessEngine engine;

    ProcessCalls(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    public void start(String process, CaseNumber caseNumber, Map<String, Object> variables) {
        unrestricted(() -> runtime().startProcessInstanceByKey(process, caseNumber.value(), variables));
    }

    /** @return whether somebody was waiting for the message */
    public boolean tell(String message, CaseNumber caseNumber, Map<String, Object> variables) {
        return unrestricted(() -> !correlation(message, caseNumber, variables)
                .correlateAllWithResult()
                .isEmpty());
    }

    /** Tells the one instance in which a variable has that value. */
    public boolean tell(
            String message, CaseNumber caseNumber, String variable, Object value, Map<String, Object> variables) {
        return unrestricted(() -> !correlation(message, caseNumber, variables)
                .processInstanceVariableEquals(variable, value)
                .correlateAllWithResult()
                .isEmpty());
    }

    private MessageCorrelationBuilder correlation(
            String message, CaseNumber caseNumber, Map<String, Object> variables) {
        return runtime()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber.value())
                .setVariables(variables);
    }

    /** Ends all instances of a process that belong to the case. */
    public void end(String process, CaseNumber caseNumber, String reason) {
        unrestricted(() -> {
            for (ProcessInstance instance : runtime()
                    .createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(caseNumber.value())
                    .list()) {
                runtime().deleteProcessInstance(instance.getId(), reason, true, true);
            }
            return null;
        });
    }

    public <T> T unrestricted(Supplier<T> work) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work::get));
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }
}
