package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.WithoutWebServer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Half a case, the application stops, starts again on the same H2 file, and the case goes on as if nothing happened. */
@Tag("faults")
@Order(Integer.MAX_VALUE)
class RestartInTheMiddleIT {

    @TempDir
    Path folder;

    private CaseNumber number = CaseNumber.of("R-EU-0000-000000");
    private Instant stopped = CaseDriver.TUESDAY_MORNING;

    @Test
    void a_restart_in_the_middle_changes_nothing() {
        run(the -> {
            Colleague agent1 = the.person("agent1");
            number = CaseNumber.of(agent1.opens());
            agent1.listens();
            agent1.leaves(USER_TASK_RESTATE, "lost");
            assertThat(the.steps()).isEmpty();
            stopped = the.now();
        });

        run(the -> {
            the.isCase(number);
            the.itIs(stopped.plusSeconds(7200));
            the.jobsRun();
            Colleague agent1 = the.person("agent1");
            agent1.calls("reached");
            assertThat(agent1.sees(USER_TASK_RESTATE)).containsEntry("story", "I was charged twice.");
            agent1.restates();
            agent1.proposes("A corrected bill");
            stopped = the.now();
        });

        run(the -> {
            the.isCase(number);
            the.itIs(stopped);
            Colleague agent1 = the.person("agent1");
            agent1.hears("agreed");
            agent1.wrapsUp();
            agent1.keepsAPromise();
            the.timePasses(java.time.Duration.ofDays(6));
            the.customerRates("yes", 5, "");
            the.isClosed("agreed");
        });
    }

    private void run(Consumer<CaseDriver> work) {
        application().run(context -> {
            assertThat(context).hasNotFailed();
            CaseDriver the = new CaseDriver(context.getBean(ProcessEngine.class), context.getBean(JdbcClient.class));
            try {
                work.accept(the);
            } finally {
                the.end();
            }
        });
    }

    private WebApplicationContextRunner application() {
        return WithoutWebServer.with("demo")
                .withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder.resolve("recourse")
                        + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
    }
}
