package org.recourse.insight.figures.facts;

import static org.recourse.insight.figures.facts.Columns.instant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is no escalation and shown apart: advice, questions to others, requests for money. */
@Repository
class ShownApart implements Facts {

    private static final String FACETS = "c.case_number, c.team, c.product, c.cause, c.channel, c.level";

    private final JdbcClient jdbc;

    ShownApart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(Collection<String> cases) {
        List<Fact> facts = new ArrayList<>();
        facts.addAll(counted(Figure.ADVISED, cases, """
                select %s, e.at, '' as part from counted_case c
                  join figures_event e on e.case_number = c.case_number and e.kind = 'advised'
                where c.case_number in (:cases)"""));
        facts.addAll(counted(Figure.QUESTIONS_ASKED, cases, """
                select %s, q.asked_at as at, '' as part from figures_question q
                  join counted_case c on c.case_number = q.case_number
                where c.case_number in (:cases)"""));
        facts.addAll(counted(Figure.APPROVALS_ASKED, cases, """
                select %s, a.asked_at as at, a.state as part from figures_approval a
                  join counted_case c on c.case_number = a.case_number
                where c.case_number in (:cases)"""));
        return facts;
    }

    private List<Fact> counted(Figure figure, Collection<String> cases, String sql) {
        return jdbc.sql(sql.formatted(FACETS))
                .param("cases", cases)
                .query((row, n) -> Fact.counted(
                        figure,
                        CaseNumber.of(row.getString("case_number")),
                        instant(row, "at"),
                        Facets.of(row),
                        true,
                        row.getString("part")))
                .list();
    }
}
