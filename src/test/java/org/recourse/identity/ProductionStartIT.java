package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class ProductionStartIT {

    private static final ContextConsumer<AssertableWebApplicationContext> STARTED =
            context -> assertThat(context).hasNotFailed();

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @Test
    void two_nodes_share_one_database() throws Exception {
        var node = node("shared");
        node.run(STARTED);
        node.run(context -> filters(context)
                .createFilterQuery()
                .list()
                .forEach(filter -> filters(context).deleteFilter(filter.getId())));

        var other = CompletableFuture.runAsync(() -> node.run(STARTED));
        node.run(STARTED);
        other.join();

        node.run(context -> {
            assertThat(filters(context).createFilterQuery().list())
                    .isNotEmpty()
                    .extracting(Filter::getName)
                    .doesNotHaveDuplicates();
            assertThat(context.getBean(IdentityService.class).createUserQuery().list())
                    .extracting(User::getId)
                    .isEqualTo(List.of("boss"));
        });
    }

    @Test
    void a_database_that_the_engine_had_for_itself_gets_the_tables_of_the_case() throws Exception {
        var node = node("engine_first");
        ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName("engine-first")
                .setJdbcUrl(postgres.getJdbcUrl("postgres", "engine_first"))
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUsername("postgres")
                .setJdbcPassword("postgres")
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .buildProcessEngine()
                .close();

        node.run(STARTED);
    }

    private static FilterService filters(AssertableWebApplicationContext context) {
        return context.getBean(FilterService.class);
    }

    private static WebApplicationContextRunner node(String database) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        return WithoutWebServer.with("production")
                .withPropertyValues(
                        "RECOURSE_DB_URL=" + postgres.getJdbcUrl("postgres", database),
                        "RECOURSE_DB_USERNAME=postgres",
                        "RECOURSE_DB_PASSWORD=postgres",
                        "RECOURSE_DB_POOL=5",
                        "recourse.admin.id=boss",
                        "recourse.admin.password=not-a-known-one");
    }
}
