package org.recourse.worklist;

import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.promise.PromiseKind.CALLBACK;
import static org.recourse.promise.PromiseKind.FOLLOW_UP;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.Callbacks;
import org.recourse.identifier.CaseNumber;
import org.recourse.promise.Promise;
import org.recourse.promise.Promises;
import org.recourse.text.Speech;
import org.recourse.worklist.WaitingSteps.NextStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where a case goes on, for the current user: what a step answers when it was done. */
@Service
public class WayOn {

    private final JdbcClient jdbc;
    private final WaitingSteps steps;
    private final Callbacks callbacks;
    private final Promises promises;
    private final Speech speech;

    WayOn(JdbcClient jdbc, WaitingSteps steps, Callbacks callbacks, Promises promises, Speech speech) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.callbacks = callbacks;
        this.promises = promises;
        this.speech = speech;
    }

    /** Where a case goes on for the current user, and with whom else and why. */
    public Next next(CaseNumber caseNumber) {
        Going elsewhere = steps.elsewhere(caseNumber).map(this::going).orElse(null);
        boolean handedOver = elsewhere != null && elsewhere.element().equals(USER_TASK_REVIEW_HANDOVER);
        Going mine = steps.mine(caseNumber).map(this::going).orElse(null);
        List<Promise> toBeKept = mine == null && elsewhere == null ? toBeKept(caseNumber) : List.of();
        return new Next(
                mine,
                elsewhere,
                handedOver ? why(caseNumber) : "",
                mine == null && elsewhere == null ? callback(caseNumber) : "",
                toBeKept.size(),
                toBeKept.stream()
                        .map(Promise::dueBy)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private Going going(NextStep step) {
        return new Going(step.taskId(), step.element(), step.name(), speech.say(step.with()));
    }

    private List<Promise> toBeKept(CaseNumber caseNumber) {
        return promises.of(caseNumber).stream()
                .filter(Promise::isPending)
                .filter(promise -> promise.kind() != CALLBACK && promise.kind() != FOLLOW_UP)
                .toList();
    }

    private String callback(CaseNumber caseNumber) {
        return callbacks
                .pending(caseNumber)
                .flatMap(pending -> callbacks.stands(caseNumber))
                .map(speech::say)
                .orElse("");
    }

    private String why(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select hand_over_trigger, case when unrouted is null then route_reason end as route_reason
                        from worklist_case
                        where case_number = ? and hand_over_trigger is not null and level > 1""")
                .param(caseNumber)
                .query((row, n) ->
                        WhyHandedOver.of(row.getString("hand_over_trigger"), row.getString("route_reason"), speech))
                .optional()
                .orElse("");
    }

    /** A waiting step; with whom it is, in the reader's language. */
    public record Going(String taskId, String element, String name, String with) {}

    /**
     * Where a case goes on.
     *
     * @param mine the next step of the current user that is to be done now
     * @param elsewhere the step of the call that somebody else has
     * @param why why it goes to a higher level; empty where it does not
     * @param callback the callback that the case waits for, in words; empty where it waits for none
     * @param promises how many promises people have to keep before anything else happens
     * @param promiseDue when the first of them is to be kept; null when there is none
     */
    public record Next(
            @Nullable Going mine,
            @Nullable Going elsewhere,
            String why,
            String callback,
            int promises,
            @Nullable Instant promiseDue) {}
}
