package org.recourse.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.recourse.identifier.PersonId;
import org.recourse.identity.EnginePeople;
import org.recourse.text.Speech;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the plugins inside Tasklist and Cockpit call the API as the person who is logged in there. A session travels along
 * by itself, hence changes need the web applications' own token against forged requests.
 */
public class WebappSessionFilter extends OncePerRequestFilter {

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");

    private final ProcessEngine engine;
    private final EnginePeople people;
    private final EngineLogin login;
    private final AccessDeniedHandler deniedHandler;
    private final Speech speech;

    public WebappSessionFilter(
            ProcessEngine engine,
            EnginePeople people,
            EngineLogin login,
            AccessDeniedHandler deniedHandler,
            Speech speech) {
        this.speech = speech;
        this.engine = engine;
        this.people = people;
        this.login = login;
        this.deniedHandler = deniedHandler;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var user = session == null ? Optional.<String>empty() : userOf(session);
        if (user.isPresent()) {
            if (session != null && changesSomething(request) && !carriesToken(request, session)) {
                deniedHandler.handle(request, response, new AccessDeniedException(speech.say("identity.no-token")));
                return;
            }
            SecurityContextHolder.getContext().setAuthentication(login.authenticated(user.get()));
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null || !API.matches(request);
    }

    private Optional<String> userOf(HttpSession session) {
        return Optional.ofNullable(AuthenticationUtil.getAuthsFromSession(session)
                        .getAuthenticationForProcessEngine(engine.getName()))
                .map(Authentication::getIdentityId)
                .filter(user -> people.exists(PersonId.of(user)));
    }

    private static boolean changesSomething(HttpServletRequest request) {
        return !CsrfConstants.CSRF_NON_MODIFYING_METHODS_PATTERN
                .matcher(request.getMethod())
                .matches();
    }

    private static boolean carriesToken(HttpServletRequest request, HttpSession session) {
        var sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        var expected = session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return sent != null
                && expected instanceof String token
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
