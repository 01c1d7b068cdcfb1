package org.recourse.insight.figures.facts;

import java.util.Collection;
import java.util.List;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts that customers began, and which of them were about a case that was still open then. */
@Repository
class CustomerContacts implements Facts {

    private final JdbcClient jdbc;

    CustomerContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(Collection<String> cases) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, k.channel, k.level, k.kind, k.began_at,
                          (select e.kind from figures_event e where k.kind = 'chase' and e.case_number = k.case_number
                            and e.kind in ('settled', 'reopened', 'closed', 'withdrawn') and e.at <= k.began_at
                            order by e.id desc limit 1) as standing
                        from figures_contact k join counted_case c on c.case_number = k.case_number
                        where k.kind in ('first', 'chase') and k.case_number in (:cases)""")
                .param("cases", cases)
                .query((row, n) -> {
                    String standing = row.getString("standing");
                    boolean open = standing == null || standing.equals("reopened");
                    return Fact.counted(
                            Figure.CHASE_RATE,
                            CaseNumber.of(row.getString("case_number")),
                            Columns.instant(row, "began_at"),
                            Facets.of(row),
                            open && row.getString("kind").equals("chase"),
                            "");
                })
                .list();
    }
}
