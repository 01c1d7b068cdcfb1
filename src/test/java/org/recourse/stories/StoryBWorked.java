package org.recourse.stories;

import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;

/** Story B up to its end, for those who look at it afterwards. */
@NullUnmarked
public abstract class StoryBWorked extends Story {

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from absence").update();
    }

    protected void workedUntilTheSettlement() {
        at("2026-11-24T15:20");
        jdbc.sql("""
                        insert into absence (person, substitute, absent_from, absent_to, entered_by, entered_at)
                        values ('manager1', 'manager2', timestamp with time zone '2026-11-24 00:00:00+00',
                          timestamp with time zone '2026-11-25 00:00:00+00', 'manager1',
                          timestamp with time zone '2026-11-23 00:00:00+00')""").update();
        caseNumber = opens(
                "agent1",
                "customerNumber",
                "C-10088",
                "channel",
                "phone",
                "title",
                "Business line down for six days, " + System.nanoTime());
        at("2026-11-24T15:22");
        does(
                "agent1",
                USER_TASK_LISTEN,
                "story",
                "My line has been down for six days.",
                "product",
                "business line",
                "mood",
                5,
                "signals",
                "raised-voice,demand-superior");
        at("2026-11-24T15:24");
        does(
                "agent1",
                USER_TASK_RESTATE,
                "callState",
                "hand-over",
                "handOverTrigger",
                "threat",
                "signals",
                "media-threat",
                "connection",
                "call-back",
                "callbackFrom",
                "2026-11-24T16:30",
                "callbackTo",
                "2026-11-24T17:30");
        at("2026-11-24T15:30");
        does(
                "supervisor1",
                USER_TASK_REVIEW_HANDOVER,
                "supervisorDecision",
                "call-back",
                "problemGoal",
                "line up by Wed 12:00, six days compensated",
                "peopleGoal",
                "believes one person owns it",
                "ceilingKind",
                "refund",
                "ceilingAmount",
                620,
                "ceilingKind2",
                "goodwill",
                "ceilingAmount2",
                80);
        at("2026-11-24T15:40");
        does(
                "manager2",
                USER_TASK_APPROVE_COMPENSATION,
                "approvalDecision",
                "reduce",
                "approvedAmount",
                560,
                "approvedAmount2",
                60,
                "approvalReason",
                "Six of thirty days, and a gesture.");
        at("2026-11-24T16:32");
        does("supervisor1", USER_TASK_CALL_BACK, "callOutcome", "reached");
        at("2026-11-24T16:40");
        does(
                "supervisor1",
                USER_TASK_RESOLVE_ESCALATION,
                "customerAnswer",
                "agreed",
                "solution",
                "Technician on Wed 25 Nov, 12:00",
                "compensationKind",
                "refund",
                "compensationAmount",
                540,
                "compensationKind2",
                "goodwill",
                "compensationAmount2",
                60,
                "dueBy",
                "2026-11-25T12:00",
                "mood",
                2);
        at("2026-11-24T16:41");
    }

    /** Everything is kept, the customer is content, the case is closed. */
    protected void workedToTheEnd() {
        workedUntilTheSettlement();
        at("2026-11-25T11:20");
        does("supervisor1", USER_TASK_KEEP_PROMISE);
        at("2026-11-30T15:00");
        does("supervisor1", USER_TASK_KEEP_PROMISE);
        at("2026-12-03T10:05");
        customerRates("yes", 4, "");
    }
}
