package org.recourse.insight.figures.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Cases by the day of their first contact: which of them moved to a higher level, and which of those to the highest. A
 * case that came back to the first line with advice, or by mistake, stands at level 1 and was not escalated.
 */
@Repository
class EscalatedCases implements Facts {

    private final JdbcClient jdbc;

    EscalatedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(Collection<String> cases) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, c.level, c.hand_over_trigger,
                          f.began_at
                        from figures_contact f join counted_case c on c.case_number = f.case_number
                        where f.kind = 'first' and f.case_number in (:cases)""").param("cases", cases).query((row, n) -> facts(row)).list().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fact> facts(ResultSet row) throws SQLException {
        CaseNumber number = CaseNumber.of(row.getString("case_number"));
        var at = Columns.instant(row, "began_at");
        Facets facets = Facets.of(row);
        boolean escalated = facets.level() > 1;
        String trigger = escalated ? Objects.requireNonNullElse(row.getString("hand_over_trigger"), "") : "";
        Fact moved = Fact.counted(Figure.ESCALATION_RATE, number, at, facets, escalated, trigger);
        return escalated
                ? Stream.of(
                                moved,
                                Fact.counted(
                                        Figure.SECOND_ESCALATION, number, at, facets, facets.level() >= 3, trigger))
                        .toList()
                : List.of(moved);
    }
}
