package org.recourse.worklist;

import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.promise.PromiseKind.CALLBACK;
import static org.recourse.promise.PromiseKind.FOLLOW_UP;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.Callbacks;
import org.recourse.clock.Clocks;
import org.recourse.clock.ToldClock;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.form.Outcome;
import org.recourse.identifier.CaseNumber;
import org.recourse.promise.Promise;
import org.recourse.promise.Promises;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.recourse.text.Speech;
import org.recourse.worklist.WaitingSteps.NextStep;
import org.recourse.worklist.WaitingSteps.WaitingStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The columns of a work list, for the steps the current user may see. A few queries, however many steps. */
@Service
public class WorkList {

    /** The last row of the routing table: the managers are told of it, the agent has nothing to learn from it. */
    private static final String NO_ROUTE = "no rule fits";

    private final JdbcClient jdbc;
    private final WaitingSteps steps;
    private final CardDetails details;
    private final Clocks clocks;
    private final Callbacks callbacks;
    private final Promises promises;
    private final Speech speech;

    WorkList(
            JdbcClient jdbc,
            WaitingSteps steps,
            CardDetails details,
            Clocks clocks,
            Callbacks callbacks,
            Promises promises,
            Speech speech) {
        this.speech = speech;
        this.jdbc = jdbc;
        this.steps = steps;
        this.details = details;
        this.clocks = clocks;
        this.callbacks = callbacks;
        this.promises = promises;
    }

    /**
     * What a card shows of its case.
     *
     * @param trigger why it was handed over, in words
     * @param detail what this step is about, in words: an amount, a window, a promise, a question
     * @param clock the open clock that is due first: what is owed, by when, why; null when none runs
     */
    public record Card(
            CaseNumber caseNumber,
            @Nullable String customer,
            String tier,
            String title,
            @Nullable String product,
            int urgency,
            int level,
            Instant openedAt,
            @Nullable String trigger,
            @Nullable String detail,
            @Nullable ToldClock clock) {

        private Card with(@Nullable String ofTheStep) {
            return new Card(
                    caseNumber, customer, tier, title, product, urgency, level, openedAt, trigger, ofTheStep, clock);
        }
    }

    public Map<String, Card> cards(Collection<String> taskIds) {
        List<WaitingStep> waiting = steps.stepsOf(taskIds);
        if (waiting.isEmpty()) {
            return Map.of();
        }
        Set<CaseNumber> numbers = waiting.stream().map(WaitingStep::caseNumber).collect(Collectors.toSet());
        Map<CaseNumber, ToldClock> next = new HashMap<>();
        clocks.next(numbers).forEach((number, due) -> next.put(number, due.told(speech::say)));
        Map<CaseNumber, Card> byCase = new HashMap<>();
        jdbc.sql("""
                        select c.case_number, u.name, u.tier, c.title, c.product, c.urgency, c.level, c.opened_at,
                          c.hand_over_trigger
                        from worklist_case c join worklist_customer u on u.number = c.customer_number
                        where c.case_number in (:numbers)""")
                .param("numbers", numbers)
                .query((row, n) -> new Card(
                        CaseNumber.of(row.getString("case_number")),
                        row.getString("name"),
                        row.getString("tier"),
                        row.getString("title"),
                        row.getString("product"),
                        row.getInt("urgency"),
                        row.getInt("level"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        trigger(row.getString("hand_over_trigger")),
                        null,
                        next.get(CaseNumber.of(row.getString("case_number")))))
                .list()
                .forEach(card -> byCase.put(card.caseNumber(), card));
        Map<String, String> ofSteps = details.of(waiting);
        Map<String, Card> cards = new HashMap<>();
        for (WaitingStep step : waiting) {
            Card card = byCase.get(step.caseNumber());
            if (card != null) {
                cards.put(step.taskId(), card.with(ofSteps.get(step.taskId())));
            }
        }
        return cards;
    }

    private @Nullable String trigger(@Nullable String value) {
        return Stream.of(HandOverTrigger.values())
                .filter(trigger -> trigger.value().equals(value))
                .map(trigger -> speech.say(trigger.said()))
                .findFirst()
                .orElse(null);
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
                        select hand_over_trigger, route_reason from worklist_case
                        where case_number = ? and hand_over_trigger is not null and level > 1""")
                .param(caseNumber)
                .query((row, n) -> reasons(row.getString("hand_over_trigger"), row.getString("route_reason")))
                .optional()
                .orElse("");
    }

    /** Of the trigger and the row of the routing table, what says something of its own. */
    private String reasons(String trigger, @Nullable String route) {
        Saying row = route == null ? null : Outcome.reason(SayingJson.read(route));
        String told = row == null || Set.of(trigger, NO_ROUTE).contains(row.toString()) ? "" : speech.say(row);
        return Stream.of(Objects.requireNonNullElse(trigger(trigger), ""), told)
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining("; "));
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
