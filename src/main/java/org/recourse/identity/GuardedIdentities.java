package org.recourse.identity;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;

/** Every check of a password ends here: Basic, Camunda's login page, and the routes that verify or change one. */
class GuardedIdentities extends DbIdentityServiceProvider {

    static final String TOO_MANY = "Too many failed logins. Please wait ten minutes.";

    private final LoginFailures failures;
    private final SlowHash hash;

    GuardedIdentities(LoginFailures failures, SlowHash hash) {
        this.failures = failures;
        this.hash = hash;
    }

    @Override
    public boolean checkPassword(@Nullable String userId, @Nullable String password) {
        if (userId == null || password == null) {
            return false;
        }
        if (failures.areTooMany(userId)) {
            throw new RestException(Status.TOO_MANY_REQUESTS, TOO_MANY);
        }
        var right = findUserById(userId) == null ? isNobodys(password) : super.checkPassword(userId, password);
        if (!right) {
            failures.add(userId);
        }
        return right;
    }

    private boolean isNobodys(String password) {
        hash.checkNobodys(password);
        return false;
    }
}
