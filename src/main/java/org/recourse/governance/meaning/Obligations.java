package org.recourse.governance.meaning;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.recourse.engine.calls.UsedIn;
import org.recourse.governance.DelegateBeans;
import org.recourse.governance.ExpressionKinds;
import org.recourse.model.CompensationApprovalIds;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Delegates stand where they may: a promise has its timer, money its second person, what leaves the machine its job. */
@Component
class Obligations implements Meaning.Rule {

    private static final Set<String> NOBODY_NEEDED = Set.of("${approver=='alone'}", "${approver=='refuse'}");
    private static final Set<String> APPROVAL_NEEDED =
            Set.of("${ceilingAsked}", "${customerAnswer=='subject-to-approval'}");

    private final DelegateBeans delegates;

    Obligations(DelegateBeans delegates) {
        this.delegates = delegates;
    }

    @Override
    public void check(ReleaseFiles release, ReleaseFiles product, Found found) {
        Set<String> timed = formsWithTimer(product);
        String approvalForm = product.all("userTask")
                .filter(task -> task.getAttribute("id").equals(CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION))
                .map(task -> Diagram.camunda(task, "formRef"))
                .findFirst()
                .orElseThrow();
        for (Diagram diagram : release.diagrams().values()) {
            diagram.all("userTask")
                    .filter(task -> timed.contains(Diagram.camunda(task, "formRef")) && !hasTimer(diagram, task))
                    .forEach(task -> found.add(diagram.file(), Diagram.id(task), "promise-without-timer"));
            diagram.all("receiveTask")
                    .filter(task -> !hasTimer(diagram, task))
                    .forEach(task -> found.add(diagram.file(), Diagram.id(task), "wait-without-timer"));
            diagram.all("serviceTask", "sendTask").forEach(task -> checkDelegate(diagram, task, approvalForm, found));
            diagram.all("sequenceFlow")
                    .filter(flow -> APPROVAL_NEEDED.contains(Diagram.condition(flow)))
                    .forEach(flow -> checkApproval(diagram, flow, found));
            checkDecided(diagram, found);
        }
    }

    /** Steps that something is due by, as the product draws them. */
    private static Set<String> formsWithTimer(ReleaseFiles product) {
        Set<String> forms = new TreeSet<>();
        product.diagrams()
                .values()
                .forEach(diagram -> diagram.all("userTask")
                        .filter(task -> hasTimer(diagram, task))
                        .forEach(task -> forms.add(Diagram.camunda(task, "formRef"))));
        return forms;
    }

    private static boolean hasTimer(Diagram diagram, Element task) {
        return diagram.boundariesOf(task).anyMatch(event -> Diagram.has(event, "timerEventDefinition"));
    }

    private void checkDelegate(Diagram diagram, Element task, String approvalForm, Found found) {
        String bean = ExpressionKinds.bean(Diagram.camunda(task, "delegateExpression"));
        delegates.use(bean).ifPresent(use -> {
            checkPlace(diagram, task, bean, use, found);
            if (use.makesAPromise() && noTimerFollows(diagram, task)) {
                found.add(diagram.file(), Diagram.id(task), "promise-without-timer");
            }
            if (use.decidesAboutMoney() && isReachedWithoutSecondPerson(diagram, task, approvalForm)) {
                found.add(diagram.file(), Diagram.id(task), "approval-without-second-person");
            }
        });
    }

    private static void checkPlace(Diagram diagram, Element task, String bean, UsedIn use, Found found) {
        Set<String> processes = Set.of(use.value());
        diagram.processes().stream()
                .filter(process -> !processes.contains(process))
                .forEach(process -> found.add(
                        diagram.file(),
                        Diagram.id(task),
                        "delegate-elsewhere",
                        bean,
                        processes.stream().sorted().collect(Collectors.joining(", "))));
        if (use.leavesTheMachine() && !Diagram.camunda(task, "asyncBefore").equals("true")) {
            found.add(diagram.file(), Diagram.id(task), "not-asynchronous", bean);
        }
    }

    private static boolean noTimerFollows(Diagram diagram, Element task) {
        return diagram.reaches(
                        task, element -> Diagram.has(element, "timerEventDefinition"), none -> false, all -> true)
                .isEmpty();
    }

    private static boolean isReachedWithoutSecondPerson(Diagram diagram, Element task, String approvalForm) {
        return diagram.topLevelStarts()
                .anyMatch(start -> diagram.reaches(
                                start,
                                element -> element == task,
                                element -> element.getLocalName().equals("userTask")
                                        && Diagram.camunda(element, "formRef").equals(approvalForm),
                                flow -> !NOBODY_NEEDED.contains(Diagram.condition(flow)))
                        .isPresent());
    }

    /** The ways on which a ceiling or an offer waits for somebody's approval lead there before anything else. */
    private static void checkApproval(Diagram diagram, Element flow, Found found) {
        Predicate<Element> goesOn = element -> element.getLocalName().matches("userTask|endEvent|serviceTask");
        boolean around = diagram.byId(flow.getAttribute("targetRef"))
                .filter(target -> goesOn.test(target)
                        || diagram.reaches(target, goesOn, Obligations::isApproval, all -> true)
                                .isPresent())
                .isPresent();
        if (around) {
            found.add(diagram.file(), Diagram.id(flow), "approval-without-second-person");
        }
    }

    private static boolean isApproval(Element element) {
        return element.getLocalName().equals("callActivity")
                && element.getAttribute("calledElement").equals(CompensationApprovalIds.PROCESS);
    }

    /** The approval ends only after its decision was recorded. */
    private void checkDecided(Diagram diagram, Found found) {
        if (!diagram.processes().contains(CompensationApprovalIds.PROCESS)) {
            return;
        }
        diagram.topLevelStarts()
                .flatMap(start -> diagram
                        .reaches(
                                start,
                                element -> element.getLocalName().equals("endEvent"),
                                element -> decides(element)
                                        || element.getLocalName().equals("boundaryEvent"),
                                all -> true)
                        .stream())
                .forEach(end -> found.add(diagram.file(), Diagram.id(end), "approval-without-second-person"));
    }

    private boolean decides(Element element) {
        return delegates
                .use(ExpressionKinds.bean(Diagram.camunda(element, "delegateExpression")))
                .filter(UsedIn::decidesAboutMoney)
                .isPresent();
    }
}
