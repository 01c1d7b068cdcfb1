package org.recourse.form;

/**
 * The values that steer a process. Everything else belongs to the case. {@link Lasting} ones are stored by the engine,
 * the others live until the transaction ends.
 */
public final class SteeringVariable {

    public static final String ALREADY_OPEN = "alreadyOpen";
    public static final String CALL_BACK_FIRST = "callBackFirst";
    public static final String CALL_STATE = "callState";
    public static final String HAND_OVER = "handOver";
    public static final String CUSTOMER_CONFIRMS = "customerConfirms";
    public static final String CUSTOMER_ANSWER = "customerAnswer";
    public static final String ANGLES_LEFT = "anglesLeft";
    public static final String COMPENSATION_AGREED = "compensationAgreed";
    public static final String SUPERVISOR_DECISION = "supervisorDecision";
    public static final String CEILING_ASKED = "ceilingAsked";
    public static final String LEVEL_LEFT = "levelLeft";
    public static final String FINAL_ANSWER_ACCEPTED = "finalAnswerAccepted";
    public static final String APPROVAL_DECISION = "approvalDecision";
    public static final String AS_ASKED = "asAsked";
    public static final String SECOND_APPROVAL_NEEDED = "secondApprovalNeeded";
    public static final String CALL_OUTCOME = "callOutcome";
    public static final String ATTEMPTS_LEFT = "attemptsLeft";
    public static final String NUMBER_KNOWN = "numberKnown";
    public static final String PROMISE_MOVED = "promiseMoved";
    public static final String CALLBACK_MOVED = "callbackMoved";
    public static final String AFTER_CALL = "afterCall";
    public static final String SETTLED = "settled";
    public static final String FOLLOW_UP_OUTCOME = "followUpOutcome";

    private SteeringVariable() {}

    /** What the engine keeps while it waits. */
    public static final class Lasting {

        public static final String RESUME_AT = "resumeAt";
        public static final String CUSTOMER_ON_THE_LINE = "customerOnTheLine";
        public static final String APPROVER = "approver";
        public static final String APPROVAL_DUE = "approvalDue";
        public static final String NEXT_LEVEL_DUE = "nextLevelDue";
        public static final String CALLBACK_DUE = "callbackDue";
        public static final String CALLBACK_UNTIL = "callbackUntil";
        public static final String PROMISE_ID = "promiseId";
        public static final String DUE_SOON_AT = "dueSoonAt";
        public static final String LATE_AT = "lateAt";
        public static final String BROKEN_AT = "brokenAt";
        public static final String CHECK_IN_BY = "checkInBy";
        public static final String FOLLOW_UP_DUE = "followUpDue";
        public static final String REMINDER_DUE = "reminderDue";
        public static final String NO_ANSWER_DUE = "noAnswerDue";
        public static final String QUESTION_ID = "questionId";
        public static final String ANSWER_DUE = "answerDue";
        public static final String MESSAGE_ID = "messageId";
        public static final String CLOCK_NUMBER = "clockNumber";

        private Lasting() {}
    }
}
