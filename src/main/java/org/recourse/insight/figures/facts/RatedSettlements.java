package org.recourse.insight.figures.facts;

import static org.recourse.insight.figures.facts.Columns.instant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Customers' ratings by the day of the answer: the first one after each settlement. Beside it how many of the check-ins
 * that reached the customer were answered. Refused final positions are not asked, so they have none.
 */
@Repository
class RatedSettlements implements Facts {

    private static final int SATISFIED = 4;

    private final JdbcClient jdbc;

    RatedSettlements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(Collection<String> cases) {
        List<Fact> facts = new ArrayList<>(ratings(cases));
        facts.addAll(responses(cases));
        return facts;
    }

    private List<Fact> ratings(Collection<String> cases) {
        Set<String> rated = new HashSet<>();
        List<Fact> facts = new ArrayList<>();
        jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, c.level, i.rating, i.answered_at,
                          i.entered_by, (select max(e.id) from figures_event e where e.case_number = i.case_number
                            and e.kind = 'settled' and e.at <= i.answered_at) as settlement
                        from figures_check_in i join counted_case c on c.case_number = i.case_number
                        where i.rating between 1 and 5 and i.case_number in (:cases)
                        order by i.answered_at, i.id""").param("cases", cases).query(row -> {
            CaseNumber number = CaseNumber.of(row.getString("case_number"));
            if (rated.add(number + "/" + row.getLong("settlement"))) {
                int rating = row.getInt("rating");
                facts.add(new Fact(
                        Figure.SATISFACTION,
                        number,
                        instant(row, "answered_at"),
                        Facets.of(row),
                        rating >= SATISFIED,
                        rating,
                        row.getString("entered_by") == null ? "given by the customer" : "entered by staff",
                        null));
            }
        });
        return facts;
    }

    private List<Fact> responses(Collection<String> cases) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, c.level, i.sent_at, i.answered_at,
                          i.by_channel
                        from figures_check_in i join counted_case c on c.case_number = i.case_number
                          join figures_message m on m.message_key = i.case_number || '/check-in/' || cast(i.id as varchar(20))
                        where m.state = 'sent' and i.case_number in (:cases)""")
                .param("cases", cases)
                .query((row, n) -> Fact.counted(
                        Figure.RESPONSE_RATE,
                        CaseNumber.of(row.getString("case_number")),
                        instant(row, "sent_at"),
                        Facets.of(row),
                        row.getObject("answered_at") != null,
                        row.getString("by_channel")))
                .list();
    }
}
