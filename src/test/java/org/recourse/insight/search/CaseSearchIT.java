package org.recourse.insight.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.recourse.customer.TestPostgres;
import org.recourse.identifier.CaseNumber;

/** The same on PostgreSQL, which finds words by an index; and what only many cases show. */
@NullUnmarked
class CaseSearchIT extends CaseSearchTest {

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }

    @Test
    void aWordThatThousandsOfCasesHaveIsFoundInTheNewestOfThem() {
        jdbc.sql("""
                        insert into escalation_case (case_number, version, state, team, zone, customer_number, channel,
                          opened_by, opened_at, practice, title, story, urgency, priority, angles, level, level_wanted,
                          reopened, check_ins)
                        select 'R-EU-2019-' || lpad(n::text, 6, '0'), 0, 'closed', 'team-north', 'Europe/Berlin', 'C-M', 'web',
                          'integration', timestamp with time zone '2019-01-01 00:00:00+00' + n * interval '1 hour', false, 'T',
                          'modem ' || case when n = 7 then 'purple' else 'grey' end, 0, 50, 2, 1, 1, 0, 0
                        from generate_series(1, 2500) n""").update();
        jdbc.sql("""
                        insert into case_event (case_number, at, who, step, kind, payload)
                        select case_number, opened_at, 'integration', 'test', 'opened', '{}' from escalation_case
                        where case_number like 'R-EU-2019-%'""").update();
        texts.rebuild();
        CaseSearch.Found grey = search.find(query(Map.of("words", "grey modem")), null, 0, 2);
        assertThat(grey.cases())
                .extracting(FoundCase::caseNumber)
                .containsExactly(CaseNumber.of("R-EU-2019-002500"), CaseNumber.of("R-EU-2019-002499"));
        assertThat(grey.total()).isEqualTo(CaseSearch.COUNTED);
        assertThat(search.find(query(Map.of("words", "grey modem", "channel", "phone")), null, 0, 2)
                        .total())
                .isZero();
        assertThat(search.find(query(Map.of("words", "modem purple")), null, 0, 2)
                        .cases())
                .extracting(FoundCase::caseNumber)
                .containsExactly(CaseNumber.of("R-EU-2019-000007"));
        for (String table : List.of("case_text", "case_person", "case_event", "escalation_case")) {
            jdbc.sql("delete from " + table + " where case_number like 'R-EU-2019-%'")
                    .update();
        }
        texts.rebuild();
    }
}
