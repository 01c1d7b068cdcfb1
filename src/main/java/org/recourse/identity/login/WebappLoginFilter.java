package org.recourse.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Spring Security whether somebody is logged in to the web applications; what they may do is Camunda's to say. Nobody
 * who asks who they are is told so here: Camunda would begin a session for the answer, and when that answer comes after a
 * login's, the browser takes its cookie for the login's and the person is logged out again.
 */
public class WebappLoginFilter extends OncePerRequestFilter {

    private static final RequestMatcher WHO_AM_I =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/camunda/api/admin/auth/user/*");

    private final String engine;

    public WebappLoginFilter(String engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var login = session == null
                ? null
                : AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine);
        if (login != null) {
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            new PreAuthenticatedAuthenticationToken(login.getIdentityId(), "none", List.of()));
        } else if (WHO_AM_I.matches(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
