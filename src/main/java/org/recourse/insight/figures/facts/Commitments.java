package org.recourse.insight.figures.facts;

import static org.recourse.insight.figures.facts.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.recourse.identifier.CaseNumber;
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
    public List<Fact> of(Collection<String> cases) {
        List<Fact> facts = new ArrayList<>(promises(cases));
        facts.addAll(attempts(cases));
        return facts;
    }

    private List<Fact> promises(Collection<String> cases) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, c.level, p.kind, p.state, p.due_by
                        from figures_promise p join counted_case c on c.case_number = p.case_number
                        where p.case_number in (:cases) and p.state in ('kept', 'late', 'broken', 'open')""")
                .param("cases", cases)
                .query((row, n) -> promise(row))
                .list();
    }

    private static Fact promise(ResultSet row) throws SQLException {
        Instant due = instant(row, "due_by");
        String state = row.getString("state");
        return Fact.counted(
                        Figure.KEPT_PROMISES,
                        CaseNumber.of(row.getString("case_number")),
                        due,
                        Facets.of(row),
                        state.equals("kept"),
                        row.getString("kind"))
                .from(state.equals("open") ? Columns.after(due) : null);
    }

    private List<Fact> attempts(Collection<String> cases) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, b.level, a.at, a.outcome
                        from figures_callback_attempt a join figures_callback b on b.id = a.callback_id
                          join counted_case c on c.case_number = b.case_number
                        where b.case_number in (:cases)""")
                .param("cases", cases)
                .query((row, n) -> Fact.counted(
                        Figure.CALLBACKS_REACHED,
                        CaseNumber.of(row.getString("case_number")),
                        instant(row, "at"),
                        Facets.of(row),
                        row.getString("outcome").equals("reached"),
                        ""))
                .list();
    }
}
