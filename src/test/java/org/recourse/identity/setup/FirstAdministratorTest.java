package org.recourse.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.identity.WithoutWebServer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class FirstAdministratorTest {

    private final WebApplicationContextRunner withoutDemo = WithoutWebServer.with("test");

    @Test
    void the_configured_administrator_is_the_only_account() {
        withoutDemo
                .withPropertyValues(
                        "recourse.admin.id=first.admin@example.org", "recourse.admin.password=not-a-known-one")
                .run(context -> {
                    var identityService = context.getBean(IdentityService.class);
                    assertThat(identityService.createUserQuery().list())
                            .extracting(User::getId)
                            .containsExactly("first.admin@example.org");
                    assertThat(identityService.checkPassword("first.admin@example.org", "not-a-known-one"))
                            .isTrue();
                    assertThat(context.getBean(People.class).rolesOf("first.admin@example.org"))
                            .containsExactly(Roles.ADMINISTRATOR);
                    demandsPolicy(identityService);
                });
    }

    /** Outside the profile demo, passwords that people choose are long and mixed. */
    private static void demandsPolicy(IdentityService identityService) {
        for (var weak : List.of("demo", "short1!", "onlylowercaseletters")) {
            var person = identityService.newUser("newcomer");
            person.setPassword(weak);
            assertThatThrownBy(() -> identityService.saveUser(person))
                    .hasMessageContaining("Password does not match policy");
        }
        assertThat(identityService.createUserQuery().userId("newcomer").count()).isZero();
    }

    @Test
    void without_one_start_up_ends_and_says_what_to_set() {
        withoutDemo.run(context -> {
            assertThat(context).hasFailed();
            var analysis = new MissingAdministratorFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getAction()).contains("RECOURSE_ADMIN_ID", "RECOURSE_ADMIN_PASSWORD");
        });
    }
}
