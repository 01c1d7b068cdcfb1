package org.recourse.identity.oidc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of whoever the identity provider does not know any more. */
public class OidcRecheck extends OncePerRequestFilter {

    private final OidcLeases leases;

    public OidcRecheck(OidcLeases leases) {
        this.leases = leases;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && !leases.holds(session)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
