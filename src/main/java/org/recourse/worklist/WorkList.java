package org.recourse.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.worklist.WaitingSteps.NextStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The columns of a work list, for the steps the current user may see. One query, however many steps. */
@Service
public class WorkList {

    private final JdbcClient jdbc;
    private final WaitingSteps steps;

    WorkList(JdbcClient jdbc, WaitingSteps steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    /** What a card shows of its case. */
    public record Card(
            String caseNumber,
            @Nullable String customer,
            String tier,
            String title,
            @Nullable String product,
            int urgency,
            int level,
            Instant openedAt,
            @Nullable String trigger) {}

    public Map<String, Card> cards(Collection<String> taskIds) {
        Map<String, String> caseOf = steps.casesOf(taskIds);
        if (caseOf.isEmpty()) {
            return Map.of();
        }
        Map<String, Card> byCase = new HashMap<>();
        jdbc.sql("""
                        select c.case_number, u.name, u.tier, c.title, c.product, c.urgency, c.level, c.opened_at,
                          c.hand_over_trigger
                        from escalation_case c join customer u on u.number = c.customer_number
                        where c.case_number in (:numbers)""")
                .param("numbers", new HashSet<>(caseOf.values()))
                .query((row, n) -> new Card(
                        row.getString("case_number"),
                        row.getString("name"),
                        row.getString("tier"),
                        row.getString("title"),
                        row.getString("product"),
                        row.getInt("urgency"),
                        row.getInt("level"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getString("hand_over_trigger")))
                .list()
                .forEach(card -> byCase.put(card.caseNumber(), card));
        Map<String, Card> cards = new HashMap<>();
        caseOf.forEach((task, number) -> {
            Card card = byCase.get(number);
            if (card != null) {
                cards.put(task, card);
            }
        });
        return cards;
    }

    public Optional<NextStep> next(String caseNumber) {
        return steps.nextOf(caseNumber);
    }
}
