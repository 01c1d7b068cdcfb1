package org.recourse.compensation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The ledger proves itself again and again, and says so where people and machines look. */
@RecourseApplicationTest
@ExtendWith(OutputCaptureExtension.class)
@NullUnmarked
@Tag("B1")
class LedgerCheckTest {

    private static final String FINDING = "the totals of team-north 2031-05 differ from their entries";

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

    @AfterEach
    void put_right() {
        change("100.00");
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
        budgets.opened("team-north", YearMonth.of(2031, 5));
        change("99.00");

        check.checkRegularly();
        check.checkRegularly();

        assertThat(found()).isEqualTo(1);
        assertThat(log).contains("The ledger does not balance: " + FINDING);
        assertThat(jdbc.sql("select recipient from notice where kind = 'ledger-check' and sentence like ?")
                        .param("%" + FINDING + "%")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("manager", "operator");
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
