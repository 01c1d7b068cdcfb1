package org.recourse.escalation.brief;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Facts that the case has no field for: a process owner asks for something new, and it is kept and shown. */
@Repository
class ExtraFacts {

    private static final int FIELD_LENGTH = 200;

    private final JdbcClient jdbc;
    private final CaseLog log;
    private final CurrentUser user;
    private final Clock clock;

    ExtraFacts(JdbcClient jdbc, CaseLog log, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.user = user;
        this.clock = clock;
    }

    void keep(Step step, Map<String, Object> extras) {
        extras.forEach((name, value) -> {
            String field = name.length() > FIELD_LENGTH ? name.substring(0, FIELD_LENGTH) : name;
            String fact = value.toString().replace("\u0000", "");
            jdbc.sql("delete from extra_fact where case_number = ? and field = ?")
                    .params(step.caseNumber(), field)
                    .update();
            jdbc.sql("insert into extra_fact (case_number, field, fact, given_by, given_at) values (?, ?, ?, ?, ?)")
                    .params(
                            step.caseNumber(),
                            field,
                            fact,
                            user.id(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            log.add(
                    step.caseNumber(),
                    List.of(log.change(step, field.substring(0, Math.min(60, field.length())), null, fact)));
        });
    }

    List<Map<String, Object>> of(String caseNumber) {
        return jdbc.sql("select field, fact from extra_fact where case_number = ? order by given_at, field")
                .param(caseNumber)
                .query((row, n) ->
                        Map.<String, Object>of("field", row.getString("field"), "value", row.getString("fact")))
                .list();
    }
}
