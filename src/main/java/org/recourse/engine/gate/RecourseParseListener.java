package org.recourse.engine.gate;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/** The one thing that cuts across all diagrams: it puts the form gate, the holders and the decision facts in place. */
@Component
public class RecourseParseListener extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private final FormGate gate;
    private final HumanSteps humans;
    private final DecisionSteps decisions;
    private final FormPasses passes;

    RecourseParseListener(FormGate gate, HumanSteps humans, DecisionSteps decisions, FormPasses passes) {
        this.gate = gate;
        this.humans = humans;
        this.decisions = decisions;
        this.passes = passes;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        Expression formKey = task.getCamundaFormDefinitionKey();
        if (formKey == null) {
            return;
        }
        String form = formKey.getExpressionText();
        task.setTaskFormHandler(new GatedTaskForm(task.getTaskFormHandler(), gate, form));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created -> humans.created(created, form));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, humans::updated);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, humans::assigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, humans::completed);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        String form = element.attributeNS(CAMUNDA, "formRef");
        if (form == null || !(scope instanceof ProcessDefinitionEntity definition)) {
            return;
        }
        definition.setStartFormHandler(new GatedStartForm(definition.getStartFormHandler(), gate, form));
        start.addBuiltInListener(ExecutionListener.EVENTNAME_END, execution -> {
            if (!passes.has(((ExecutionEntity) execution).getProcessInstanceId())) {
                throw new NotThroughItsForm(Sentence.of("engine.opened-by-its-form"));
            }
        });
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String decision = element.attributeNS(CAMUNDA, "decisionRef");
        if (decision == null) {
            return;
        }
        ExecutionListener before = execution -> decisions.before(execution, decision);
        ExecutionListener after = execution -> decisions.after(execution, decision);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, before);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, after);
    }
}
