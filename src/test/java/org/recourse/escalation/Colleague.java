package org.recourse.escalation;

import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_DECIDE_FINAL_POSITION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.FollowUpIds.USER_TASK_FOLLOW_UP_CALL;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody in the house who works a case. Further answers are given as key, value, key, value. */
public final class Colleague {

    private final CaseDriver the;
    private final String id;

    Colleague(CaseDriver the, String id) {
        this.the = the;
        this.id = id;
    }

    public String opens(Object... more) {
        return the.open(
                id,
                with(
                        more,
                        "customerNumber",
                        the.customer(),
                        "email",
                        the.customer().toLowerCase(java.util.Locale.ROOT) + "@example.com",
                        "channel",
                        "phone",
                        "title",
                        "Charged twice"));
    }

    public void listens(Object... more) {
        does(USER_TASK_LISTEN, with(more, "story", "I was charged twice.", "product", "Roaming", "mood", 4));
    }

    public void restates(Object... more) {
        does(USER_TASK_RESTATE, with(more, "customerConfirms", "yes"));
    }

    public void proposes(String solution, Object... more) {
        does(USER_TASK_PROPOSE, with(more, "solution", solution));
    }

    /** What the customer answers to the proposal. */
    public void hears(String customerAnswer, Object... more) {
        does(USER_TASK_CHECK_AGREEMENT, with(more, "customerAnswer", customerAnswer));
    }

    /** Leaves the call at one of the four steps of the first line. */
    public void leaves(String step, String callState, Object... more) {
        does(step, with(more, "callState", callState));
    }

    public void wrapsUp(Object... more) {
        does(USER_TASK_WRAP_UP, with(more, "cause", "poor-information"));
    }

    public void completesTheBrief(Object... more) {
        does(USER_TASK_PREPARE_HANDOVER, with(more, "agentView", "The customer is right."));
    }

    public void advises(String advice, Object... more) {
        does(USER_TASK_REVIEW_HANDOVER, with(more, "supervisorDecision", "advise", "advice", advice));
    }

    public void takesOver(Object... more) {
        does(USER_TASK_REVIEW_HANDOVER, with(more, "supervisorDecision", "take-over"));
    }

    public void plansACall(Object... more) {
        does(USER_TASK_REVIEW_HANDOVER, with(more, "supervisorDecision", "call-back"));
    }

    public void resolves(String customerAnswer, Object... more) {
        does(USER_TASK_RESOLVE_ESCALATION, with(more, "customerAnswer", customerAnswer));
    }

    public void decidesFinally(String accepted, Object... more) {
        does(
                USER_TASK_DECIDE_FINAL_POSITION,
                with(more, "finalAnswer", "We pay the refund and no damages.", "finalAnswerAccepted", accepted));
    }

    public void decides(String approvalDecision, Object... more) {
        does(USER_TASK_APPROVE_COMPENSATION, with(more, "approvalDecision", approvalDecision));
    }

    public void calls(String callOutcome, Object... more) {
        the.callbackComesDue();
        does(USER_TASK_CALL_BACK, with(more, "callOutcome", callOutcome));
    }

    public void keepsAPromise() {
        does(USER_TASK_KEEP_PROMISE, with(new Object[0], "comment", "done"));
    }

    public void checksIn(String settled, Object... more) {
        does(USER_TASK_FOLLOW_UP_CALL, with(more, "settled", settled));
    }

    public void answersTheQuestion(String answer) {
        does(USER_TASK_ANSWER_QUESTION, with(new Object[0], "answer", answer));
    }

    public void does(String step, Map<String, Object> answers) {
        the.submit(id, step, answers);
    }

    public Map<String, Object> sees(String step) {
        return the.shown(id, step);
    }

    /** What the form of the step shows in a field, as text. */
    public String reads(String step, String field) {
        return String.valueOf(sees(step).get(field));
    }

    String id() {
        return id;
    }

    static Map<String, Object> with(Object[] more, Object... usual) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Object[] pairs : new Object[][] {usual, more}) {
            for (int i = 0; i < pairs.length; i += 2) {
                answers.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return answers;
    }
}
