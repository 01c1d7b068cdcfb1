package org.recourse.identity;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the engine late: its parse listener is built with the domain, and the domain with this. */
@Component
class EngineCurrentUser implements CurrentUser {

    private final IdentityService identityService;

    EngineCurrentUser(@Lazy IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public PersonId id() {
        return authentication().map(Authentication::getUserId).map(PersonId::of).orElse(PersonId.SYSTEM);
    }

    @Override
    public Set<String> groups() {
        return authentication()
                .map(Authentication::getGroupIds)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    @Override
    public boolean hasRole(String role) {
        return groups().contains(role);
    }

    @Override
    public Set<Team> teams() {
        return Roles.teamsAmong(groups());
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(identityService.getCurrentAuthentication());
    }
}
