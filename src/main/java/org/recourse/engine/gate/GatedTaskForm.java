package org.recourse.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Wraps the engine's handler of a task form; replacing it would lose the deployment that the form is bound to. */
final class GatedTaskForm implements TaskFormHandler {

    private final TaskFormHandler wrapped;
    private final FormGate gate;
    private final String form;

    GatedTaskForm(TaskFormHandler wrapped, FormGate gate, String form) {
        this.wrapped = wrapped;
        this.gate = gate;
        this.form = form;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormDataImpl data = (TaskFormDataImpl) wrapped.createTaskForm(task);
        List<FormField> fields = new ArrayList<>(data.getFormFields());
        fields.addAll(gate.data(form, task));
        data.setFormFields(fields);
        return data;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        TaskEntity task = (TaskEntity) scope;
        gate.submit(form, task, wrapped.createTaskForm(task), submitted);
        wrapped.submitFormVariables(Variables.createVariables(), scope);
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        wrapped.parseConfiguration(activity, deployment, definition, parse);
    }
}
