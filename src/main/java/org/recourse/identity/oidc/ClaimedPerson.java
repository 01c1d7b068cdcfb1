package org.recourse.identity.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.Team;
import org.recourse.identity.Roles;
import org.springframework.security.authentication.BadCredentialsException;

/** What a token of the identity provider says about somebody: roles and teams that Recourse knows, and nothing else. */
record ClaimedPerson(String id, String firstName, String lastName, String email, Set<String> groups) {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9._@-]{1,64}");

    /** @throws BadCredentialsException when the token names nobody, or in characters that no user id has */
    static ClaimedPerson of(Map<String, Object> claims, OidcProperties names, Collection<Team> knownTeams) {
        var id = text(claims, claims.containsKey(names.userClaim()) ? names.userClaim() : "sub");
        if (!ID.matcher(id).matches()) {
            throw new BadCredentialsException("The token names no user that can be known here");
        }
        return new ClaimedPerson(
                id,
                text(claims, "given_name"),
                text(claims, "family_name"),
                text(claims, "email"),
                known(claims.get(names.groupsClaim()), knownTeams));
    }

    private static String text(Map<String, Object> claims, String name) {
        return Objects.toString(claims.get(name), "");
    }

    /** {@code team-north} and {@code agent} make {@code team-north-agent}, as in the accounts that are kept here. */
    private static Set<String> known(@Nullable Object claim, Collection<Team> knownTeams) {
        var claimed = claim instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.copyOf(Arrays.asList(Objects.toString(claim, "").strip().split("\\s+")));
        var known = new TreeSet<String>();
        Stream.concat(Roles.ALL.stream(), knownTeams.stream().map(Team::value))
                .filter(claimed::contains)
                .forEach(known::add);
        for (var team : knownTeams) {
            Roles.ON_CALLS.stream()
                    .filter(role -> claimed.contains(team.value()) && claimed.contains(role))
                    .forEach(role -> known.add(Roles.inTeam(team, role)));
        }
        return known;
    }
}
