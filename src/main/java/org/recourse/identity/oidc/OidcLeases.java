package org.recourse.identity.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identity.login.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/**
 * Asks the identity provider every few minutes whether somebody who is logged in here may still be. Whoever is removed or
 * locked there is logged out here, and changed groups count.
 */
@Component
@ConditionalOnProperty(OidcSecurity.REGISTRATION)
public class OidcLeases {

    private static final Logger LOG = LoggerFactory.getLogger(OidcLeases.class);
    private static final int MOST_REMEMBERED = 100_000;

    private final ClientRegistrationRepository registrations;
    private final ClaimedAccounts accounts;
    private final Sessions sessions;
    private final OidcProperties properties;
    private final Clock clock;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokens =
            new RestClientRefreshTokenTokenResponseClient();
    private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();

    /** Requests run side by side: the first one asks, the others wait for its answer. */
    private final Cache<String, OidcLease> renewed;

    OidcLeases(
            ClientRegistrationRepository registrations,
            ClaimedAccounts accounts,
            Sessions sessions,
            OidcProperties properties,
            Clock clock) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.sessions = sessions;
        this.properties = properties;
        this.clock = clock;
        this.renewed = Caffeine.newBuilder()
                .expireAfterWrite(properties.recheck())
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    void begin(HttpSession session, @Nullable OAuth2RefreshToken refreshToken) {
        session.setAttribute(
                OidcLease.ATTRIBUTE,
                new OidcLease(refreshToken == null ? null : refreshToken.getTokenValue(), clock.instant()));
    }

    /** Whether the login still holds; one that began on Camunda's own page always does. */
    boolean holds(HttpSession session) {
        if (!(session.getAttribute(OidcLease.ATTRIBUTE) instanceof OidcLease lease)) {
            return true;
        }
        var refreshToken = lease.refreshToken();
        if (refreshToken == null) {
            return !lease.isOlderThan(properties.withoutRecheck(), clock.instant());
        }
        if (!lease.isOlderThan(properties.recheck(), clock.instant())) {
            return true;
        }
        var next = renewed.get(session.getId(), id -> renew(id, lease, refreshToken));
        if (next == null) {
            return false;
        }
        session.setAttribute(OidcLease.ATTRIBUTE, next);
        return true;
    }

    /** @return null when the provider says no */
    private @Nullable OidcLease renew(String sessionId, OidcLease lease, String refreshToken) {
        var now = clock.instant();
        try {
            var registration = registrations.findByRegistrationId(OidcSecurity.PROVIDER);
            var answer = tokens.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    registration, someAccessToken(now), new OAuth2RefreshToken(refreshToken, lease.checkedAt())));
            takeClaims(registration, answer);
            return new OidcLease(answer.getRefreshToken().getTokenValue(), now);
        } catch (OAuth2AuthorizationException refused) {
            return refused.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)
                    ? renewedElsewhere(sessionId, lease)
                    : unasked(lease, now, refused);
        } catch (AuthenticationException refused) {
            return null;
        }
    }

    private void takeClaims(ClientRegistration registration, OAuth2AccessTokenResponse answer) {
        if (answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String token) {
            accounts.of(decoders.createDecoder(registration).decode(token).getClaims());
        }
    }

    /** Another node asked at the same moment, and a refresh token may count only once. */
    private @Nullable OidcLease renewedElsewhere(String sessionId, OidcLease lease) {
        return sessions.stored(sessionId, OidcLease.ATTRIBUTE, OidcLease.class)
                .filter(stored -> stored.checkedAt().isAfter(lease.checkedAt()))
                .orElse(null);
    }

    /** A provider that is down throws nobody out of a call; it is asked again the next time. */
    private static OidcLease unasked(OidcLease lease, Instant now, OAuth2AuthorizationException why) {
        LOG.warn(
                "The identity provider does not say who may still be logged in: {}",
                why.getError().getErrorCode());
        return new OidcLease(lease.refreshToken(), now);
    }

    /** The request wants one, the provider does not. */
    private static OAuth2AccessToken someAccessToken(Instant now) {
        return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "none", now, now.plusSeconds(1));
    }
}
