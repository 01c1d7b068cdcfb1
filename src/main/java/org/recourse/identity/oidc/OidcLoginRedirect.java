package org.recourse.identity.oidc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends whoever opens a web application without a login to the identity provider; {@code ?local} keeps Camunda's page. */
public class OidcLoginRedirect extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile("/camunda/app/[a-z]+/[a-zA-Z0-9_-]+/");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getSession().setAttribute(OidcLogin.DESTINATION, request.getRequestURI());
        response.sendRedirect(OidcSecurity.LOGIN);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod())
                || request.getParameter("local") != null
                || !PAGE.matcher(request.getRequestURI()).matches()
                || isLoggedIn();
    }

    private static boolean isLoggedIn() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && !(login instanceof AnonymousAuthenticationToken);
    }
}
