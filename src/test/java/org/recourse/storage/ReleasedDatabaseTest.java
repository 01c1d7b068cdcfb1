package org.recourse.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.identity.WithoutWebServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of each release, kept as that release left it (CONTRIBUTING.md), starts under the present one. */
@Tag("B13")
class ReleasedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void one_of_1_0_0_starts_with_its_cases_and_where_they_stand() {
        String url = "jdbc:h2:file:" + folder.resolve("recourse");
        JdbcClient tables = JdbcClient.create(new DriverManagerDataSource(url, "sa", ""));
        tables.sql("runscript from 'classpath:releases/1.0.0.sql.gz' compression gzip")
                .update();
        int cases = count(tables, "escalation_case");
        int open = count(tables, "ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null");

        WithoutWebServer.with("demo", "test")
                .withPropertyValues("spring.datasource.url=" + url)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Flyway.class).info().pending()).isEmpty();
                    JdbcClient now = context.getBean(JdbcClient.class);
                    assertThat(count(now, "escalation_case")).isEqualTo(cases).isPositive();
                    assertThat(context.getBean(RuntimeService.class)
                                    .createProcessInstanceQuery()
                                    .rootProcessInstances()
                                    .count())
                            .isEqualTo(open)
                            .isPositive();
                    assertThat(context.getBean(HistoryService.class)
                                    .createHistoricTaskInstanceQuery()
                                    .finished()
                                    .count())
                            .isPositive();
                });
    }

    private static int count(JdbcClient tables, String of) {
        return tables.sql("select count(*) from " + of).query(Integer.class).single();
    }
}
