package org.recourse.identity.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.recourse.identity.login.ProblemResponses;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Keeps one user or address from using up what is there for all. Each node counts for itself. */
class RateLimits extends OncePerRequestFilter {

    /** The first that fits counts; an address may be a whole call centre behind one router. */
    private enum Limit {
        IMPORTS("POST", "/api/imports", 20, Duration.ofMinutes(1)),
        CUSTOMERS("POST", "/api/customers/import", 20, Duration.ofMinutes(1)),
        API("", "/api/**", 100, Duration.ofSeconds(1)),
        LOGIN("POST", "/camunda/api/admin/auth/user/*/login/*", 300, Duration.ofMinutes(1)),
        RATE("", "/rate/**", 120, Duration.ofMinutes(1)),
        CALLBACK("", "/callback/**", 120, Duration.ofMinutes(1));

        private final String method;
        private final PathPattern path;
        private final int requests;
        private final Duration period;

        Limit(String method, String path, int requests, Duration period) {
            this.method = method;
            this.path = PathPatternParser.defaultInstance.parse(path);
            this.requests = requests;
            this.period = period;
        }

        boolean fits(String sentMethod, PathContainer sentPath) {
            return (method.isEmpty() || method.equals(sentMethod)) && path.matches(sentPath);
        }

        Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, period))
                    .build();
        }
    }

    private static final int MOST_COUNTED = 100_000;

    private final ProblemResponses problems;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(2))
            .maximumSize(MOST_COUNTED)
            .build();

    RateLimits(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limit(request);
        if (limit.isPresent() && !bucket(limit.get(), request).tryConsume(1)) {
            problems.tooMany(request, response, limit.get().period);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<Limit> limit(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return Arrays.stream(Limit.values())
                .filter(limit -> limit.fits(request.getMethod(), path))
                .findFirst();
    }

    private Bucket bucket(Limit limit, HttpServletRequest request) {
        var who = Objects.requireNonNullElse(request.getRemoteUser(), request.getRemoteAddr());
        return Objects.requireNonNull(buckets.get(limit + " " + who, unknown -> limit.bucket()));
    }
}
