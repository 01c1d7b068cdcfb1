package org.recourse.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.identity.Roles;
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

    @Autowired
    TaskService taskService;

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
    void a_filter_of_an_older_version_that_nobody_edited_is_brought_up_to_date() {
        var before = counts();
        filterService.deleteFilter(filter("Approvals").getId());
        filterService.saveFilter(filterService
                .newTaskFilter("Approvals")
                .setQuery(taskService.createTaskQuery().taskDefinitionKey("UserTask_OfOldTimes"))
                .setProperties(Map.of("color", "#000000")));

        setup.afterSingletonsInstantiated();

        assertThat(json(filter("Approvals"))).contains(USER_TASK_APPROVE_COMPENSATION);
        assertThat(filter("Approvals").getProperties()).containsEntry("color", "#8250df");

        var current = filter("Approvals");
        current.setProperties(Map.of(
                "color", "#000000", "recourseMadeAs", current.getProperties().get("recourseMadeAs")));
        filterService.saveFilter(current);
        setup.afterSingletonsInstantiated();
        assertThat(filter("Approvals").getProperties())
                .as("somebody gave it another colour: it is theirs")
                .containsEntry("color", "#000000");

        filterService.deleteFilter(current.getId());
        setup.afterSingletonsInstantiated();
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void a_filter_that_somebody_made_or_edited_before_there_were_fingerprints_is_left_alone() {
        filterService.deleteFilter(filter("Approvals").getId());
        var theirs = filterService.newTaskFilter("Approvals").setOwner("supervisor1");
        theirs.setQuery(taskService.createTaskQuery().taskDefinitionKey("UserTask_OfTheirs"));
        filterService.saveFilter(theirs);

        setup.afterSingletonsInstantiated();
        assertThat(json(filter("Approvals"))).contains("UserTask_OfTheirs");

        filterService.saveFilter(filter("Approvals").setOwner(null));
        setup.afterSingletonsInstantiated();
        assertThat(json(filter("Approvals"))).as("saved twice").contains("UserTask_OfTheirs");

        filterService.deleteFilter(theirs.getId());
        setup.afterSingletonsInstantiated();
        assertThat(json(filter("Approvals"))).contains(USER_TASK_APPROVE_COMPENSATION);
    }

    @Test
    void a_filter_that_is_up_to_date_is_not_written_again() {
        setup.afterSingletonsInstantiated();
        var revision = ((FilterEntity) filter("My team")).getRevision();

        setup.afterSingletonsInstantiated();

        assertThat(((FilterEntity) filter("My team")).getRevision()).isEqualTo(revision);
    }

    private Filter filter(String name) {
        return filterService.createFilterQuery().filterName(name).singleResult();
    }

    private static String json(Filter filter) {
        return ((FilterEntity) filter).getQueryInternal();
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
