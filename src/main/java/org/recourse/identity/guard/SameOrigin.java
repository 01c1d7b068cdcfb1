package org.recourse.identity.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Speech;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that another site's page sends in somebody's name. The token is checked elsewhere; this needs no
 * configuration, and {@code recourse.origin} tells the address when a proxy hides it.
 */
class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessDeniedHandler deniedHandler;
    private final @Nullable String configured;
    private final Speech speech;

    SameOrigin(AccessDeniedHandler deniedHandler, @Nullable String configured, Speech speech) {
        this.speech = speech;
        this.deniedHandler = deniedHandler;
        this.configured = configured;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && comesFromElsewhere(request)) {
            deniedHandler.handle(request, response, new AccessDeniedException(speech.say("identity.another-site")));
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean comesFromElsewhere(HttpServletRequest request) {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            return true;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.equals(configured) && !origin.equalsIgnoreCase(own(request));
    }

    private static String own(HttpServletRequest request) {
        var port = request.getServerPort();
        var usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
