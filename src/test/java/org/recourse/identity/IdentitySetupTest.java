package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

@RecourseApplicationTest
class IdentitySetupTest {

    @Autowired
    IdentitySetup setup;

    @Autowired
    IdentityService identityService;

    @Autowired
    AuthorizationService authorizationService;

    @Autowired
    FilterService filterService;

    @Test
    void a_second_run_adds_nothing() {
        var before = counts();

        setup.afterSingletonsInstantiated();

        assertThat(counts()).isEqualTo(before);
        assertThat(filterService.createFilterQuery().list())
                .extracting(Filter::getName)
                .contains("My calls", "Hand-overs", "Approvals", "Callbacks due", "Promises", "My team", "All my work")
                .doesNotHaveDuplicates();
    }

    @Test
    void two_nodes_that_start_at_once_create_each_filter_once() throws Exception {
        var before = counts();
        filterService.createFilterQuery().list().forEach(filter -> filterService.deleteFilter(filter.getId()));

        var other = CompletableFuture.runAsync(setup::afterSingletonsInstantiated);
        setup.afterSingletonsInstantiated();
        other.get(30, TimeUnit.SECONDS);

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void what_an_administrator_changed_stays_changed() {
        var grant = authorizationService
                .createAuthorizationQuery()
                .groupIdIn(Roles.MANAGER)
                .resourceType(APPLICATION)
                .resourceId("cockpit")
                .singleResult();
        grant.setPermissions(new Permissions[] {Permissions.NONE});
        authorizationService.saveAuthorization(grant);
        try {
            setup.afterSingletonsInstantiated();

            assertThat(authorizationService
                            .createAuthorizationQuery()
                            .authorizationId(grant.getId())
                            .hasPermission(Permissions.ACCESS)
                            .count())
                    .isZero();
        } finally {
            grant.addPermission(Permissions.ACCESS);
            authorizationService.saveAuthorization(grant);
        }
    }

    private List<Long> counts() {
        return List.of(
                identityService.createUserQuery().count(),
                identityService.createGroupQuery().count(),
                authorizationService.createAuthorizationQuery().count(),
                filterService.createFilterQuery().count());
    }
}
