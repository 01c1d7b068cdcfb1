package org.recourse.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.clock.Clocks;
import org.recourse.clock.ToldClock;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Speech;
import org.recourse.worklist.WaitingSteps.WaitingStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The columns of a work list, for the steps the current user may see. A few queries, however many steps. */
@Service
public class WorkList {

    private final JdbcClient jdbc;
    private final WaitingSteps steps;
    private final CardDetails details;
    private final Clocks clocks;
    private final Speech speech;

    WorkList(JdbcClient jdbc, WaitingSteps steps, CardDetails details, Clocks clocks, Speech speech) {
        this.speech = speech;
        this.jdbc = jdbc;
        this.steps = steps;
        this.details = details;
        this.clocks = clocks;
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
                        WhyHandedOver.trigger(row.getString("hand_over_trigger"), speech),
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
}
