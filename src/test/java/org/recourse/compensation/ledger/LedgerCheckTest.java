package org.recourse.compensation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.recourse.RecourseApplicationTest;
import org.recourse.identifier.Team;
import org.recourse.record.Notices;
import org.recourse.text.SayingJson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger proves itself again and again, and says so where people and machines look. */
@RecourseApplicationTest
@ExtendWith(OutputCaptureExtension.class)
@NullUnmarked
@Tag("B1")
class LedgerCheckTest {

    private static final String FINDING = "the totals of team-north May 2031 differ from their entries";

    @Autowired
    LedgerCheck check;

    @Autowired
    Budgets budgets;

    @Autowired
    MeterRegistry figures;

    @Autowired
    List<ScheduledTaskHolder> scheduled;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LedgerFindings findings;

    @Autowired
    Notices notices;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void put_right() {
        change("100.00");
        jdbc.sql("update budget set reserved = 0 where budget_month like '2033-%' or budget_month like '2034-%'")
                .update();
        assertThat(check.check()).isEmpty();
        assertThat(found()).isZero();
    }

    @Test
    void it_runs_by_itself() {
        assertThat(scheduled.stream().flatMap(holder -> holder.getScheduledTasks().stream()))
                .anyMatch(task -> task.toString().contains("LedgerCheck.checkRegularly"));
    }

    @Test
    void what_was_changed_behind_its_back_is_a_figure_a_line_in_the_log_and_told_to_managers_and_operators_once(
            CapturedOutput log) {
        budgets.opened(Team.of("team-north"), YearMonth.of(2031, 5));
        change("99.00");

        check.checkRegularly();
        check.checkRegularly();

        assertThat(found()).isEqualTo(1);
        assertThat(log).contains("The ledger does not balance: " + FINDING);
        assertThat(told(FINDING)).containsExactlyInAnyOrder("manager", "operator");

        change("100.00");
        check.checkRegularly();
        change("99.00");
        check.checkRegularly();
        assertThat(told(FINDING)).as("it was right in between").hasSize(4);
    }

    /** As after a restart, when the application remembers nothing by itself. */
    @Test
    void whoever_checks_next_knows_what_was_told() {
        budgets.opened(Team.of("team-north"), YearMonth.of(2031, 5));
        change("99.00");
        anotherCheck().check();
        int before = told(FINDING).size();
        anotherCheck().check();

        assertThat(told(FINDING)).isNotEmpty().hasSize(before);
    }

    @Test
    void of_many_findings_twenty_are_told_in_words_and_of_the_others_how_many_they_are_and_where_they_stand() {
        for (int month = 1; month <= 23; month++) {
            budgets.opened(Team.of("team-north"), YearMonth.of(2033, 1).plusMonths(month));
        }
        jdbc.sql(
                        "update budget set reserved = reserved + 1 where budget_month like '2033-%' or budget_month like '2034-%'")
                .update();
        long last = lastNotice();
        assertThat(check.check()).hasSize(23);
        check.check();

        assertThat(jdbc.sql(
                                "select sentence from notice where recipient = 'operator' and kind = 'ledger-check' and id > ?")
                        .param(last)
                        .query((row, n) -> SayingJson.read(row.getString(1)).toString())
                        .list())
                .hasSize(21)
                .endsWith("The ledger does not balance in 3 more places."
                        + " \"Prove the ledger now\" on Cockpit's page of budgets lists all.");
    }

    private LedgerCheck anotherCheck() {
        return new LedgerCheck(findings, notices, transactions, new SimpleMeterRegistry());
    }

    private List<String> told(String finding) {
        return jdbc
                .sql("select recipient, sentence from notice where kind = 'ledger-check'")
                .query((row, n) -> Map.entry(
                        row.getString("recipient"),
                        SayingJson.read(row.getString("sentence")).toString()))
                .stream()
                .filter(notice -> notice.getValue().contains(finding))
                .map(Map.Entry::getKey)
                .toList();
    }

    private long lastNotice() {
        return jdbc.sql("select coalesce(max(id), 0) from notice")
                .query(Long.class)
                .single();
    }

    private double found() {
        return figures.get("recourse.ledger.findings").gauge().value();
    }

    private void change(String reserved) {
        jdbc.sql("update budget set reserved = ? - 100 where team = 'team-north' and budget_month = '2031-05'")
                .param(new BigDecimal(reserved))
                .update();
    }
}
