package org.recourse.identity.oidc;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an identity provider's tokens say who somebody is and what they may do.
 *
 * @param userClaim holds the user id; tokens of programs, which have no such claim, are known by their subject
 * @param groupsClaim holds the roles and teams, as a list or as one text with blanks
 * @param recheck how often the provider is asked whether somebody who is logged in may still be
 * @param withoutRecheck how long a login lasts when the provider gave no refresh token to ask with
 */
@ConfigurationProperties("recourse.oidc")
record OidcProperties(
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("2m") Duration recheck,
        @DefaultValue("1h") Duration withoutRecheck) {}
