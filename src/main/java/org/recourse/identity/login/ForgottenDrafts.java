package org.recourse.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tasklist keeps unsaved drafts in the browser. Whoever logs in or out finds and leaves none there; browsers obey over TLS
 * and on the machine itself.
 */
public class ForgottenDrafts extends OncePerRequestFilter {

    private static final RequestMatcher LOGIN_OR_LOGOUT = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/admin/auth/user/*/login/*"),
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/admin/auth/user/*/logout"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Clear-Site-Data", "\"storage\"");
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOGIN_OR_LOGOUT.matches(request);
    }
}
