package org.recourse.engine.gate;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Wraps the engine's handler of a start form. */
final class GatedStartForm implements StartFormHandler {

    private final StartFormHandler wrapped;
    private final FormGate gate;
    private final String form;

    GatedStartForm(StartFormHandler wrapped, FormGate gate, String form) {
        this.wrapped = wrapped;
        this.gate = gate;
        this.form = form;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
        return wrapped.createStartFormData(definition);
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        ExecutionEntity instance = (ExecutionEntity) scope;
        gate.open(form, instance, wrapped.createStartFormData(instance.getProcessDefinition()), submitted);
        wrapped.submitFormVariables(Variables.createVariables(), scope);
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        wrapped.parseConfiguration(activity, deployment, definition, parse);
    }
}
