package org.recourse.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Counts wrong passwords per user and address, so that nobody guesses and nobody can shut somebody else out. Kept per
 * node: several nodes allow as many times ten.
 */
@Component
public class LoginFailures {

    static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_COUNTED = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW)
            .maximumSize(MOST_COUNTED)
            .build();

    boolean areTooMany(String userId) {
        var bucket = buckets.getIfPresent(key(userId));
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    void add(String userId) {
        Objects.requireNonNull(buckets.get(key(userId), unknown -> bucket())).tryConsume(1);
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(ALLOWED).refillIntervally(ALLOWED, WINDOW))
                .build();
    }

    private static String key(String userId) {
        var address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "here";
        return address + " " + userId;
    }
}
