package org.recourse.identity.oidc;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may be logged in, as the identity provider said it last. Lies in their session.
 *
 * @param refreshToken to ask again with; null when the provider gave none
 */
record OidcLease(@Nullable String refreshToken, Instant checkedAt) implements Serializable {

    static final String ATTRIBUTE = OidcLease.class.getName();

    boolean isOlderThan(Duration age, Instant now) {
        return checkedAt.plus(age).isBefore(now);
    }
}
