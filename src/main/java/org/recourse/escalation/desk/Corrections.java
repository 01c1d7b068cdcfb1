package org.recourse.escalation.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.Callbacks;
import org.recourse.compensation.Approvals;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.AfterCalls;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.escalation.offer.Proposals;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.CourseHappening;
import org.recourse.record.Notices;
import org.recourse.record.Words;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back an answer that was clicked by mistake: the case goes on at the step where it was given. The agent who holds
 * the call does it while nobody else has gone on with the case, a supervisor also later; after a settlement a supervisor
 * reopens instead. What was answered stays in the history, with the reason for taking it back.
 */
@Service
public class Corrections {

    /** The steps one can go back to, by the names that the API gives them. */
    private static final Map<String, String> STEPS = Map.of(
            "listen", "UserTask_Listen",
            "restate", "UserTask_Restate",
            "propose", "UserTask_Propose",
            "check", "UserTask_CheckAgreement",
            "review", "UserTask_ReviewHandover");

    private static final List<String> IN_ORDER = List.of("listen", "restate", "propose", "check", "review");

    private static final List<String> WITH_THE_AGENT = List.of(
            "UserTask_Listen",
            "UserTask_Restate",
            "UserTask_Propose",
            "UserTask_CheckAgreement",
            "CallActivity_CallBackFirstLine",
            "CallActivity_OfferInWriting");

    private static final List<String> WITH_THE_SECOND_LINE = List.of(
            "UserTask_ResolveEscalation",
            "CallActivity_CompensationApproval",
            "CallActivity_Callback",
            "CallActivity_OfferInWritingSecondLine");

    private static final String REVIEW = "UserTask_ReviewHandover";

    private final Cases cases;
    private final CaseProcess process;
    private final Proposals proposals;
    private final Contacts contacts;
    private final Callbacks callbacks;
    private final Promises promises;
    private final Approvals approvals;
    private final AfterCalls afterCalls;
    private final Notices notices;
    private final CaseLog log;
    private final CurrentUser user;

    Corrections(
            Cases cases,
            CaseProcess process,
            Proposals proposals,
            Contacts contacts,
            Callbacks callbacks,
            Promises promises,
            Approvals approvals,
            AfterCalls afterCalls,
            Notices notices,
            CaseLog log,
            CurrentUser user) {
        this.cases = cases;
        this.process = process;
        this.proposals = proposals;
        this.contacts = contacts;
        this.callbacks = callbacks;
        this.promises = promises;
        this.approvals = approvals;
        this.afterCalls = afterCalls;
        this.notices = notices;
        this.log = log;
        this.user = user;
    }

    /**
     * @param to listen, restate, propose, check or review
     * @throws RefusedInput naming {@code step} when there is no way back to it from where the case is
     * @throws CaseForbidden when somebody else holds the case
     */
    @Transactional
    public void takeBack(EscalationCase escalation, String to, String reason) {
        String target = target(to);
        String current = process.at(escalation.number()).stream().findFirst().orElse("");
        demandReach(escalation, current, target, to);
        demandHolder(escalation, current);
        Step step = Step.byRoute(escalation.number(), "POST corrections");
        if (target.equals(REVIEW)) {
            escalation.ownedBy(null);
            approvals.cancelOpen(step);
        } else {
            backToTheAgent(escalation, current, target, step);
        }
        cancelCallback(step);
        cases.save(escalation, step);
        process.goTo(escalation.number(), target, reason);
        log.happened(step, new CourseHappening.Corrected(current, target, Words.of(reason)));
    }

    /** The answers that the current user may take back now, in the order of the call, by the names that {@link #takeBack} takes. */
    public List<String> withinReach(EscalationCase escalation) {
        List<String> at = process.at(escalation.number());
        String current = at.isEmpty() ? "" : at.get(0);
        return mayCorrect(escalation, current)
                ? IN_ORDER.stream()
                        .filter(to -> isNear(escalation, current, target(to)))
                        .filter(to -> !current.equals(target(to)))
                        .filter(to -> process.hasPassed(escalation.number(), target(to)))
                        .toList()
                : List.of();
    }

    private static String target(String to) {
        String target = STEPS.get(to);
        if (target == null) {
            throw new RefusedInput("step", Sentence.of("case.not-a-step", to));
        }
        return target;
    }

    private void demandReach(EscalationCase escalation, String current, String target, String to) {
        if (!isNear(escalation, current, target)) {
            throw new RefusedInput(
                    "step",
                    Sentence.of(
                            "case.no-way-back",
                            to,
                            escalation.number(),
                            Sentence.of(
                                    escalation.isOpen() && escalation.level() > 1
                                            ? "case.somebody-else-works-on-it"
                                            : "case.supervisor-can-reopen")));
        }
        if (current.equals(target) || !process.hasPassed(escalation.number(), target)) {
            throw new RefusedInput(
                    "step", Sentence.of(current.equals(target) ? "case.is-at-step" : "case.not-answered-yet", to));
        }
    }

    private static boolean isNear(EscalationCase escalation, String current, String target) {
        return WITH_THE_AGENT.contains(target)
                ? WITH_THE_AGENT.contains(current) || isFreshHandOver(escalation, current)
                : WITH_THE_SECOND_LINE.contains(current);
    }

    /** Handed over by the agent and not taken by anybody yet. */
    private static boolean isFreshHandOver(EscalationCase escalation, String current) {
        return current.equals(REVIEW)
                && escalation.level() == 2
                && !escalation.has(CaseField.OWNER)
                && !escalation.is(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.REOPENED);
    }

    private void demandHolder(EscalationCase escalation, String current) {
        if (!mayCorrect(escalation, current)) {
            PersonId holder = holder(escalation, current);
            throw new CaseForbidden(
                    holder == null
                            ? Sentence.of("case.nobody-takes-back", escalation.number())
                            : Sentence.of("case.holder-takes-back", new Person(holder), escalation.number()));
        }
    }

    private boolean mayCorrect(EscalationCase escalation, String current) {
        return user.id().equals(holder(escalation, current))
                || user.hasRole(Roles.SUPERVISOR)
                || user.hasRole(Roles.MANAGER);
    }

    private static @Nullable PersonId holder(EscalationCase escalation, String current) {
        return escalation.person(WITH_THE_SECOND_LINE.contains(current) ? CaseField.OWNER : CaseField.AGENT);
    }

    private void backToTheAgent(EscalationCase escalation, String current, String target, Step step) {
        if (target.equals("UserTask_CheckAgreement")) {
            proposals.unanswer(escalation.number());
        } else {
            proposals.takeBack(escalation.number());
        }
        escalation.outcomeTakenBack();
        if (current.equals(REVIEW)) {
            escalation.handOverTakenBack();
            afterCalls.end(escalation.number());
            notices.tell(
                    step,
                    "hand-over-taken-back",
                    Sentence.of("case.hand-over-taken-back", escalation.number()),
                    List.of(Roles.inTeam(escalation.secondLineTeam(), Roles.SUPERVISOR)));
        }
        contacts.resume(escalation.number());
    }

    private void cancelCallback(Step step) {
        callbacks.pending(step.caseNumber()).ifPresent(callback -> {
            Long promise = callback.promiseId();
            if (promise != null) {
                promises.cancelled(step, promise, Sentence.of("promise.planned-by-mistake"));
            }
            callbacks.cancel(step.caseNumber());
        });
    }
}
