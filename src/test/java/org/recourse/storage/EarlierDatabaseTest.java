package org.recourse.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.identity.WithoutWebServer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Databases from before 1.0.0 are not carried over. */
@Tag("B13")
class EarlierDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void a_start_on_one_ends_and_says_what_to_do() {
        fromBefore("recourse");

        WithoutWebServer.with("test")
                .withPropertyValues("spring.datasource.url=" + url("recourse"))
                .run(context -> {
                    assertThat(context).hasFailed();
                    var said = new EarlierDatabaseFailureAnalyzer().analyze(context.getStartupFailure());
                    assertThat(said).isNotNull();
                    assertThat(said.getDescription()).contains("before release 1.0.0");
                    assertThat(said.getAction()).contains("spring.datasource.url", "data/recourse.mv.db");
                });

        assertThat(cases("recourse")).isZero();
    }

    @Test
    void a_demonstration_moves_its_file_aside_and_begins_a_new_one() {
        fromBefore("demo");

        WithoutWebServer.with("demo", "test")
                .withPropertyValues("spring.datasource.url=" + url("demo"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(EarlierDatabase.isKnownTo(context.getBean(Flyway.class)))
                            .isFalse();
                });

        assertThat(cases("demo-before-1.0.0")).isZero();
    }

    private void fromBefore(String name) {
        new ResourceDatabasePopulator(new ClassPathResource("releases/before-1.0.0.sql"))
                .execute(new DriverManagerDataSource(url(name), "sa", ""));
    }

    private int cases(String name) {
        return JdbcClient.create(new DriverManagerDataSource(url(name), "sa", ""))
                .sql("select count(*) from escalation_case")
                .query(Integer.class)
                .single();
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0";
    }
}
