package org.recourse.engine.gate;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.recourse.engine.calls.Steps;
import org.recourse.form.Answers;
import org.recourse.form.CaseData;
import org.recourse.form.ExtraFact;
import org.recourse.form.FormStep;
import org.recourse.form.RefusedAttempt;
import org.recourse.form.RefusedInput;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.recourse.form.Typed;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Connects forms and case. What a form shows comes from the case; what it collects goes there after validation; only
 * steering values reach the engine (docs/contract.md, "Form gate").
 */
@Component
class FormGate {

    private final ObjectProvider<FormStep> steps;
    private final ObjectProvider<CaseData> cases;
    private final ObjectProvider<Typed> typed;
    private final FormValues values;
    private final BoundForms forms;
    private final FormPasses passes;
    private final CurrentUser user;
    private final ZoneId house;
    private final Speech speech;
    private volatile @Nullable Map<String, FormStep> byForm;

    FormGate(
            ObjectProvider<FormStep> steps,
            ObjectProvider<CaseData> cases,
            ObjectProvider<Typed> typed,
            FormValues values,
            BoundForms forms,
            FormPasses passes,
            CurrentUser user,
            Times times,
            Speech speech) {
        this.speech = speech;
        this.steps = steps;
        this.cases = cases;
        this.typed = typed;
        this.values = values;
        this.forms = forms;
        this.passes = passes;
        this.user = user;
        this.house = times.house();
    }

    FormStep step(String form) {
        Map<String, FormStep> known = byForm;
        if (known == null) {
            known = steps.stream().collect(Collectors.toMap(FormStep::form, Function.identity()));
            byForm = known;
        }
        FormStep step = known.get(form);
        if (step == null) {
            throw new IllegalStateException("No step stands behind the form " + form);
        }
        return step;
    }

    /** What the form shows: the case, then what belongs to the step, then what the person typed already and did not send. */
    List<FormField> data(String form, TaskEntity task) {
        Step step = Steps.of(task);
        Map<String, @Nullable Object> data =
                new LinkedHashMap<>(cases.getObject().of(step.caseNumber()));
        data.putAll(step(form).show(step));
        typed.getObject().mine(task.getId()).forEach(data::put);
        return fields(data);
    }

    private List<FormField> fields(Map<String, @Nullable Object> data) {
        List<FormField> fields = new ArrayList<>();
        data.forEach((key, value) -> {
            FormFieldImpl field = new FormFieldImpl();
            field.setId(key);
            field.setValue(values.shown(value));
            fields.add(field);
        });
        return fields;
    }

    /** Takes the answers of a task. The task stays open, with nothing written, when one is refused. */
    void submit(String form, TaskEntity task, FormData bound, VariableMap submitted) {
        Step step = Steps.of(task);
        try {
            demandHolder(task);
            Steering steering = take(form, step, bound, submitted);
            passes.give(task.getId());
            steer(task, steering);
        } catch (RefusedInput refused) {
            throw new FormFieldValidationException(refused.field(), speech.say(refused), refused);
        } catch (RefusedAttempt refused) {
            cases.getObject().recordRefusal(step.caseNumber(), step.element(), refused.saying());
            throw new AuthorizationException(speech.say(refused));
        }
    }

    /** Takes the answers of a start form, which gives the process its business key. */
    void open(String form, ExecutionEntity instance, FormData bound, VariableMap submitted) {
        Step step = new Step(
                null,
                instance.getActivityId(),
                Steps.definition(instance.getProcessDefinitionId()),
                Steps.release(instance.getProcessDefinitionId()),
                null,
                n -> null);
        try {
            Steering steering = take(form, step, bound, submitted);
            instance.setProcessBusinessKey(
                    Objects.requireNonNull(steering.caseNumber()).value());
            passes.give(instance.getId());
            steer(instance, steering);
        } catch (RefusedInput refused) {
            throw new FormFieldValidationException(refused.field(), speech.say(refused), refused);
        }
    }

    private Steering take(String form, Step step, FormData bound, VariableMap submitted) {
        Answers answers = new Answers(values.plain(submitted), () -> house);
        Steering steering = step(form).submit(step, answers);
        List<ExtraFact> extras = answers.extras(forms.fields(bound));
        if (!extras.isEmpty()) {
            CaseNumber caseNumber = Objects.requireNonNullElseGet(steering.caseNumber(), step::caseNumber);
            cases.getObject().keepExtras(step.in(caseNumber), extras);
        }
        return steering;
    }

    /** Who submits an offered step holds it. A step that somebody else holds is not worked behind their back. */
    private void demandHolder(TaskEntity task) {
        PersonId person = user.id();
        String holder = task.getAssignee();
        if (holder == null && !person.isSystem()) {
            task.setAssignee(person.value());
        } else if (!person.isSystem() && !person.value().equals(holder)) {
            throw new RefusedAttempt(
                    "assignee", Sentence.of("engine.step-held-by", new Person(String.valueOf(holder))));
        }
    }

    private static void steer(VariableScope scope, Steering steering) {
        steering.passing().forEach((name, value) -> scope.setVariable(name, Variables.untypedValue(value, true)));
        steering.lasting().forEach(scope::setVariable);
    }
}
