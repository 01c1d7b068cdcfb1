package org.recourse.identity.login;

import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.recourse.identity.Roles;
import org.recourse.text.Speech;

/** Every check of a password ends here: Basic, Camunda's login page, and the routes that verify or change one. */
class GuardedIdentities extends DbIdentityServiceProvider {

    private final LoginFailures failures;
    private final SlowHash hash;
    private final Sessions sessions;
    private final Speech speech;

    GuardedIdentities(LoginFailures failures, SlowHash hash, Sessions sessions, Speech speech) {
        this.speech = speech;
        this.failures = failures;
        this.hash = hash;
        this.sessions = sessions;
    }

    @Override
    public boolean checkPassword(@Nullable String userId, @Nullable String password) {
        if (userId == null || password == null) {
            return false;
        }
        if (failures.areTooMany(userId)) {
            throw new RestException(Status.TOO_MANY_REQUESTS, speech.say("identity.too-many-failures"));
        }
        var right = findUserById(userId) == null ? isNobodys(password) : super.checkPassword(userId, password);
        if (!right) {
            failures.add(userId);
        }
        return right;
    }

    /** People change their password themselves. Whom mail reaches and who benefits from what is asked by name and address. */
    @Override
    public IdentityOperationResult saveUser(User user) {
        var loggedIn = Context.getCommandContext().getAuthentication();
        var known = findUserById(user.getId());
        if (loggedIn != null
                && known != null
                && !groupsOf(loggedIn).contains(Roles.ADMINISTRATOR)
                && !profile(known).equals(profile(user))) {
            throw new AuthorizationException(speech.say("identity.profile-by-administrator"));
        }
        var passwordChanges = known != null && user instanceof UserEntity entity && entity.hasNewPassword();
        var result = super.saveUser(user);
        if (passwordChanges) {
            sessions.endOthers(user.getId());
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        var result = super.deleteUser(userId);
        sessions.end(userId);
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        var result = super.deleteMembership(userId, groupId);
        sessions.end(userId);
        return result;
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        var members = createUserQuery().memberOfGroup(groupId).list();
        var result = super.deleteGroup(groupId);
        members.forEach(member -> sessions.end(member.getId()));
        return result;
    }

    private static List<String> groupsOf(Authentication loggedIn) {
        return Objects.requireNonNullElse(loggedIn.getGroupIds(), List.of());
    }

    private static List<@Nullable String> profile(User user) {
        return Arrays.asList(user.getFirstName(), user.getLastName(), user.getEmail());
    }

    private boolean isNobodys(String password) {
        hash.checkNobodys(password);
        return false;
    }
}
