package org.recourse.governance.meaning;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recourse.form.FormStep;
import org.recourse.governance.ExpressionKinds;
import org.recourse.identity.People;
import org.recourse.model.ClockWatchIds;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.model.FollowUpIds;
import org.recourse.model.WrittenOfferIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Whatever a diagram names is in the same release, is bound to it, and has somebody behind it. */
@Component
class Completeness implements Meaning.Rule {

    /** Elements beside the human steps that the code looks for by their id. */
    private static final Set<String> SOUGHT = Set.of(
            ClockWatchIds.BOUNDARY_EVENT_CLOCK_BREACHED,
            ClockWatchIds.BOUNDARY_EVENT_MANAGERS_DUE,
            CustomerEscalationIds.BUSINESS_RULE_TASK_ASSESS_URGENCY_AGAIN,
            CustomerEscalationIds.START_EVENT_CASE_OPENED,
            FollowUpIds.INTERMEDIATE_EVENT_FOLLOW_UP_DUE,
            WrittenOfferIds.BUSINESS_RULE_TASK_PLAN_WRITTEN_OFFER);

    private final ObjectProvider<FormStep> steps;
    private final People people;

    Completeness(ObjectProvider<FormStep> steps, People people) {
        this.steps = steps;
        this.people = people;
    }

    @Override
    public void check(ReleaseFiles release, ReleaseFiles product, Found found) {
        release.diagrams().values().forEach(diagram -> {
            diagram.all("userTask", "startEvent").forEach(step -> checkForm(diagram, step, release, found));
            diagram.all("businessRuleTask").forEach(task -> checkTable(diagram, task, release, found));
            diagram.all("callActivity").forEach(call -> checkCall(diagram, call, release, found));
            diagram.all("message").forEach(message -> checkMessage(diagram, message, product, found));
            diagram.all("userTask", "process").forEach(task -> checkPeople(diagram, task, found));
        });
        checkNothingLost(release, product, found);
    }

    private void checkForm(Diagram diagram, Element step, ReleaseFiles release, Found found) {
        String form = Diagram.camunda(step, "formRef");
        if (form.isEmpty()) {
            if (step.getLocalName().equals("userTask")) {
                found.add(diagram.file(), Diagram.id(step), "no-form-of-step");
            }
            return;
        }
        checkBinding(diagram, step, "formRefBinding", found);
        Set<String> known = steps.stream().map(FormStep::form).collect(Collectors.toCollection(TreeSet::new));
        if (!release.forms().containsKey(form)) {
            missing(diagram, step, "form-missing", form, release.forms().keySet(), found);
        } else if (!known.contains(form)) {
            missing(diagram, step, "form-without-step", form, known, found);
        }
    }

    private static void checkTable(Diagram diagram, Element task, ReleaseFiles release, Found found) {
        String table = Diagram.camunda(task, "decisionRef");
        if (!table.isEmpty()) {
            checkBinding(diagram, task, "decisionRefBinding", found);
            if (!release.tables().containsKey(table)) {
                missing(diagram, task, "table-missing", table, release.tables().keySet(), found);
            }
        }
    }

    private static void checkCall(Diagram diagram, Element call, ReleaseFiles release, Found found) {
        String called = call.getAttribute("calledElement");
        checkBinding(diagram, call, "calledElementBinding", found);
        if (release.process(called).isEmpty()) {
            Set<String> known = new TreeSet<>();
            release.diagrams().values().forEach(each -> known.addAll(each.processes()));
            missing(diagram, call, "process-missing", called, known, found);
        }
    }

    /** Bound otherwise, a case would meet another release's file half-way. */
    private static void checkBinding(Diagram diagram, Element element, String attribute, Found found) {
        if (!Diagram.camunda(element, attribute).equals("deployment")) {
            found.add(diagram.file(), Diagram.id(element), "not-bound", attribute);
        }
    }

    private static void checkMessage(Diagram diagram, Element message, ReleaseFiles product, Found found) {
        String name = message.getAttribute("name");
        if (!product.messages().contains(name)) {
            missing(diagram, message, "message-unknown", name, product.messages(), found);
        }
    }

    private void checkPeople(Diagram diagram, Element task, Found found) {
        for (String attribute : new String[] {"candidateGroups", "candidateStarterGroups"}) {
            Arrays.stream(Diagram.camunda(task, attribute).split(","))
                    .map(String::strip)
                    .filter(group -> !group.isEmpty() && !ExpressionKinds.isExpression(group))
                    .filter(group -> people.membersOf(group).isEmpty())
                    .forEach(group -> found.add(diagram.file(), Diagram.id(task), "group-empty", group));
        }
    }

    private static void missing(
            Diagram diagram, Element element, String rule, String name, Collection<String> known, Found found) {
        Spelling.nearest(name, known)
                .ifPresentOrElse(
                        meant -> found.add(diagram.file(), Diagram.id(element), rule + "-nearest", name, meant),
                        () -> found.add(diagram.file(), Diagram.id(element), rule, name));
    }

    /** Human steps, messages and what else the code looks for must stay where they were. */
    private static void checkNothingLost(ReleaseFiles release, ReleaseFiles product, Found found) {
        for (Diagram original : product.diagrams().values()) {
            String process = original.processes().iterator().next();
            release.process(process)
                    .ifPresentOrElse(
                            diagram -> checkNothingLost(diagram, original, found),
                            () -> found.add(original.file(), process, "process-lost", process));
        }
        product.tables().values().stream()
                .filter(table -> !release.tables().containsKey(table.id()))
                .forEach(table -> found.add(table.file(), table.id(), "table-lost", table.id()));
    }

    private static void checkNothingLost(Diagram diagram, Diagram original, Found found) {
        original.everything().stream()
                .filter(element ->
                        element.getLocalName().equals("userTask") || SOUGHT.contains(element.getAttribute("id")))
                .filter(element -> diagram.byId(element.getAttribute("id")).isEmpty())
                .forEach(element -> found.add(
                        diagram.file(),
                        element.getAttribute("id"),
                        "step-lost",
                        element.getAttribute("id"),
                        element.getAttribute("name")));
        original.all("userTask", "startEvent")
                .filter(element -> !Diagram.camunda(element, "formRef").isEmpty())
                .forEach(element -> diagram.byId(element.getAttribute("id"))
                        .filter(now -> !Diagram.camunda(now, "formRef").isEmpty())
                        .filter(now -> !Diagram.camunda(now, "formRef").equals(Diagram.camunda(element, "formRef")))
                        .ifPresent(now -> found.add(
                                diagram.file(),
                                element.getAttribute("id"),
                                "other-form",
                                Diagram.camunda(element, "formRef"))));
        Set<String> messages = diagram.messages();
        original.messages().stream()
                .filter(message -> !messages.contains(message))
                .forEach(message -> found.add(diagram.file(), diagram.file(), "message-lost", message));
    }
}
