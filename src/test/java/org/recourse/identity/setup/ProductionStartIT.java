package org.recourse.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.customer.TestPostgres;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.identity.WithoutWebServer;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.ReflectionTestUtils;

/** Starts as in production. Each is a whole application: what one start can show is asserted in it. */
class ProductionStartIT {

    private static final ContextConsumer<AssertableWebApplicationContext> STARTED =
            context -> assertThat(context).hasNotFailed();

    @Test
    void two_nodes_share_one_database_and_the_configured_administrator_is_the_only_account() {
        String url = TestPostgres.emptyUrl();
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url));
        WebApplicationContextRunner node = node(url)
                .withPropertyValues(
                        "recourse.admin.id=first.admin@example.org", "recourse.admin.password=not-a-known-one");
        node.run(context -> {
            assertThat(context).hasNotFailed();
            IdentityService identities = context.getBean(IdentityService.class);
            assertThat(identities.createUserQuery().list())
                    .extracting(User::getId)
                    .containsExactly("first.admin@example.org");
            assertThat(identities.checkPassword("first.admin@example.org", "not-a-known-one"))
                    .isTrue();
            assertThat(context.getBean(People.class).rolesOf(PersonId.of("first.admin@example.org")))
                    .containsExactly(Roles.ADMINISTRATOR);
            demandsPolicy(identities);
        });
        assertThat(database.sql("delete from act_ru_filter").update()).isPositive();

        var other = CompletableFuture.runAsync(() -> node.run(STARTED));
        node.run(STARTED);
        other.join();

        assertThat(database.sql("select name_ from act_ru_filter")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(database.sql("select id_ from act_id_user")
                        .query(String.class)
                        .list())
                .containsExactly("first.admin@example.org");
    }

    /** Outside the profile demo, passwords that people choose are long and mixed. */
    private static void demandsPolicy(IdentityService identities) {
        for (String weak : List.of("demo", "short1!", "onlylowercaseletters")) {
            User person = identities.newUser("newcomer");
            person.setPassword(weak);
            assertThatThrownBy(() -> identities.saveUser(person))
                    .hasMessageContaining("Password does not match policy");
        }
        assertThat(identities.createUserQuery().userId("newcomer").count()).isZero();
    }

    /** A start that fails is never closed, and only on closing do Camunda's pages forget the application they belong to. */
    @AfterEach
    void forgetAFailedStart() {
        ReflectionTestUtils.setField(LazyInitRegistration.class, "APPLICATION_CONTEXT", null);
    }

    @Test
    void without_an_administrator_start_up_ends_and_says_what_to_set() {
        node(TestPostgres.emptyUrl()).run(context -> {
            assertThat(context).hasFailed();
            var analysis = new MissingAdministratorFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getAction()).contains("RECOURSE_ADMIN_ID", "RECOURSE_ADMIN_PASSWORD");
        });
    }

    @Test
    void a_database_that_the_engine_had_for_itself_gets_the_tables_of_the_case() {
        String url = TestPostgres.emptyUrl();
        ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName("engine-first")
                .setJdbcUrl(url)
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUsername("postgres")
                .setJdbcPassword("postgres")
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .buildProcessEngine()
                .close();

        node(url)
                .withPropertyValues("recourse.admin.id=boss", "recourse.admin.password=not-a-known-one")
                .run(STARTED);
    }

    private static WebApplicationContextRunner node(String url) {
        return WithoutWebServer.with("production")
                .withPropertyValues(
                        "RECOURSE_DB_URL=" + url,
                        "RECOURSE_DB_USERNAME=postgres",
                        "RECOURSE_DB_PASSWORD=postgres",
                        "RECOURSE_DB_POOL=5");
    }
}
