package org.recourse.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.recourse.identifier.PersonId;
import org.recourse.identity.EnginePeople;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine for the time of one request who asks; without it every question would be answered unchecked. */
public class EngineAuthenticationFilter extends OncePerRequestFilter {

    private final IdentityService identityService;
    private final EnginePeople people;

    public EngineAuthenticationFilter(IdentityService identityService, EnginePeople people) {
        this.identityService = identityService;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || user instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        try {
            identityService.setAuthentication(
                    user.getName(), groupsOf(user), people.tenantsOf(PersonId.of(user.getName())));
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
        }
    }

    private static List<String> groupsOf(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
