package org.recourse.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an identity provider's tokens say who somebody is and what they may do.
 *
 * @param userClaim holds the user id; tokens of programs, which have no such claim, are known by their subject
 * @param groupsClaim holds the roles and teams, as a list or as one text with blanks
 */
@ConfigurationProperties("recourse.oidc")
record OidcProperties(
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim) {}
