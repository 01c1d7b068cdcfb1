package org.recourse.insight.figures;

import static org.recourse.insight.figures.Columns.instant;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Promises by their due day: kept or not. One that is due and not done is not kept, whether or not anybody marked it;
 * cancelled ones and those that the customer moved in time are out. And attempts to call back: reached or not.
 */
@Repository
class Commitments implements Facts {

    private final JdbcClient jdbc;

    Commitments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> within(Span span) {
        List<Fact> facts = new ArrayList<>(promises(span));
        facts.addAll(attempts(span));
        return facts;
    }

    private List<Fact> promises(Span span) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, c.level, p.kind, p.state, p.due_by
                        from promise p join counted_case c on c.case_number = p.case_number
                        where p.due_by >= :from and p.due_by < :to
                          and (p.state in ('kept', 'late', 'broken') or p.state = 'open' and p.due_by < :now)""")
                .param("from", span.from())
                .param("to", span.to())
                .param("now", span.now().atOffset(ZoneOffset.UTC))
                .query((row, n) -> Fact.counted(
                        Figure.KEPT_PROMISES,
                        row.getString("case_number"),
                        instant(row, "due_by"),
                        Facets.of(row),
                        row.getString("state").equals("kept"),
                        row.getString("kind")))
                .list();
    }

    private List<Fact> attempts(Span span) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, b.level, a.at, a.outcome
                        from callback_attempt a join callback b on b.id = a.callback_id
                          join counted_case c on c.case_number = b.case_number
                        where a.at >= :from and a.at < :to""")
                .param("from", span.from())
                .param("to", span.to())
                .query((row, n) -> Fact.counted(
                        Figure.CALLBACKS_REACHED,
                        row.getString("case_number"),
                        instant(row, "at"),
                        Facets.of(row),
                        row.getString("outcome").equals("reached"),
                        ""))
                .list();
    }
}
