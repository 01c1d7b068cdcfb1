package org.recourse.identity.permission;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.AuthorizationService;
import org.springframework.stereotype.Component;

/** Writes grants that are missing; one that exists belongs to the administrator and is left alone. */
@Component
public class Authorizations {

    private final AuthorizationService authorizationService;

    Authorizations(AuthorizationService authorizationService) {
        this.authorizationService = authorizationService;
    }

    public void ensure(Grant grant) {
        if (exists(grant)) {
            return;
        }
        var authorization = authorizationService.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.resourceId());
        authorization.setPermissions(grant.permissions());
        authorizationService.saveAuthorization(authorization);
    }

    private boolean exists(Grant grant) {
        return authorizationService
                        .createAuthorizationQuery()
                        .authorizationType(AUTH_TYPE_GRANT)
                        .groupIdIn(grant.group())
                        .resourceType(grant.resource())
                        .resourceId(grant.resourceId())
                        .count()
                > 0;
    }
}
