package org.recourse.escalation.brief;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.recourse.form.ExtraFact;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Facts that the case has no field for: a process owner asks for something new, and it is kept and shown. Nothing else
 * reads them, since their keys and labels are the owner's and not ours.
 */
@Repository
class ExtraFacts {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    ExtraFacts(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    void keep(Step step, List<ExtraFact> extras) {
        for (ExtraFact extra : extras) {
            jdbc.sql("""
                            insert into extra_fact (case_number, step, form, field, label, fact, given_by, given_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            step.caseNumber(),
                            step.element(),
                            extra.form(),
                            extra.key(),
                            extra.label(),
                            extra.value(),
                            user.id(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** The latest of each key. */
    List<Map<String, Object>> of(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select field, label, fact from extra_fact latest where case_number = ?
                          and not exists (select 1 from extra_fact later where later.case_number = latest.case_number
                            and later.field = latest.field and later.id > latest.id)
                        order by id""")
                .param(caseNumber)
                .query((row, n) -> Map.<String, Object>of(
                        "field",
                        row.getString("field"),
                        "label",
                        row.getString("label"),
                        "value",
                        row.getString("fact")))
                .list();
    }
}
