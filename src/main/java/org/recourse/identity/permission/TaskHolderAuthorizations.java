package org.recourse.identity.permission;

import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;
import static org.camunda.bpm.engine.authorization.TaskPermissions.READ;
import static org.camunda.bpm.engine.authorization.TaskPermissions.READ_VARIABLE;
import static org.camunda.bpm.engine.authorization.TaskPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.TaskPermissions.TASK_WORK;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.recourse.identity.Memberships;
import org.recourse.identity.Roles;

/**
 * Lets a step be seen by who holds it and by the supervisors of the holder's team, and by nobody who held it before: the
 * engine knows no teams and never takes a permission back.
 */
public class TaskHolderAuthorizations extends DefaultAuthorizationProvider {

    private final Memberships memberships;

    public TaskHolderAuthorizations(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        var supervisors = supervisorsOf(newAssignee);
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            takeBack((TaskEntity) task, oldAssignee, supervisors);
        }
        var grants = new ArrayList<AuthorizationEntity>();
        if (newAssignee != null) {
            grants.addAll(List.of(super.newTaskAssignee(task, oldAssignee, newAssignee)));
            supervisors.forEach(group -> grants.add(createOrUpdateAuthorization(
                    task, null, group, TASK, false, READ, READ_VARIABLE, TASK_WORK, TASK_ASSIGN)));
        }
        return grants.toArray(AuthorizationEntity[]::new);
    }

    /** The engine would let everybody delete their own account, and with it the holder of their cases. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(user.getId(), null, USER, user.getId(), Permissions.READ, Permissions.UPDATE)
        };
    }

    /** A step that this transaction creates has no permissions in the database yet: looking for them is in vain. */
    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorization(
            String taskId, @Nullable String userId, @Nullable String groupId, Resource resource) {
        var cache = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
        var task = cache.get(TaskEntity.class, taskId);
        return task != null && cache.isTransient(task)
                ? null
                : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    private void takeBack(TaskEntity task, String formerHolder, Set<String> remainingSupervisors) {
        if (!formerHolder.equals(task.getOwner()) && !isCandidate(task, formerHolder)) {
            getAuthorizationManager().deleteAuthorizationsByResourceIdAndUserId(TASK, task.getId(), formerHolder);
        }
        supervisorsOf(formerHolder).stream()
                .filter(group -> !remainingSupervisors.contains(group) && !isCandidate(task, group))
                .forEach(group -> getAuthorizationManager()
                        .deleteAuthorizationsByResourceIdAndGroupId(TASK, task.getId(), group));
    }

    private static boolean isCandidate(TaskEntity task, String userOrGroup) {
        return task.getCandidates().stream()
                .anyMatch(link -> userOrGroup.equals(link.getUserId()) || userOrGroup.equals(link.getGroupId()));
    }

    private Set<String> supervisorsOf(@Nullable String holder) {
        var groups = holder == null ? Set.<String>of() : Set.copyOf(groupsOf(holder));
        var supervisors = new TreeSet<String>();
        for (var team : Roles.teamsAmong(groups)) {
            if (groups.contains(Roles.inTeam(team, Roles.AGENT))
                    || groups.contains(Roles.inTeam(team, Roles.SUPERVISOR))) {
                supervisors.add(Roles.inTeam(team, Roles.SUPERVISOR));
            }
        }
        return supervisors;
    }

    /** Who takes a step for themselves brings their groups along from the login: no statement. */
    private Collection<String> groupsOf(String userId) {
        var context = Context.getCommandContext();
        var loggedIn = context.getAuthentication();
        if (loggedIn != null && userId.equals(loggedIn.getUserId()) && loggedIn.getGroupIds() != null) {
            return loggedIn.getGroupIds();
        }
        return memberships.groupsOf(PersonId.of(userId));
    }
}
