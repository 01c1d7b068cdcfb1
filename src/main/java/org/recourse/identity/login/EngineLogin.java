package org.recourse.identity.login;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.recourse.identifier.PersonId;
import org.recourse.identity.EnginePeople;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Checks name and password where Camunda's own login page checks them; groups become authorities of the same name. */
@Component
public class EngineLogin implements AuthenticationProvider {

    private final IdentityService identityService;
    private final EnginePeople people;

    EngineLogin(IdentityService identityService, EnginePeople people) {
        this.identityService = identityService;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var userId = login.getName();
        var password = login.getCredentials();
        if (userId.isEmpty() || password == null || !isRight(userId, password.toString())) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        return authenticated(userId);
    }

    private boolean isRight(String userId, String password) {
        try {
            return identityService.checkPassword(userId, password);
        } catch (RestException refused) {
            if (refused.getStatus() == Status.TOO_MANY_REQUESTS) {
                throw new TooManyFailures();
            }
            throw refused;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** For somebody whose password has been checked already. */
    Authentication authenticated(String userId) {
        List<GrantedAuthority> groups = AuthorityUtils.createAuthorityList(people.groupsOf(PersonId.of(userId)));
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, groups);
    }
}
