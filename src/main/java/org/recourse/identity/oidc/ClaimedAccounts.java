package org.recourse.identity.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.recourse.identifier.PersonId;
import org.recourse.identity.Accounts;
import org.recourse.identity.EnginePeople;
import org.recourse.identity.RecourseProperties;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps an account here, without a password, for whoever comes with a token: cases are offered, assigned and told to
 * accounts. The token is the authority; what it says is looked up again only when it says something new, or after a minute.
 */
@Component
class ClaimedAccounts {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final IdentityService identityService;
    private final Accounts accounts;
    private final EnginePeople people;
    private final OidcProperties names;
    private final RecourseProperties properties;
    private final TransactionOperations transaction;
    private final Cache<ClaimedPerson, Boolean> kept = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    ClaimedAccounts(
            IdentityService identityService,
            Accounts accounts,
            EnginePeople people,
            OidcProperties names,
            RecourseProperties properties,
            TransactionOperations transaction) {
        this.identityService = identityService;
        this.accounts = accounts;
        this.people = people;
        this.names = names;
        this.properties = properties;
        this.transaction = transaction;
    }

    /**
     * Who the claims are about, with their groups as authorities.
     *
     * @throws BadCredentialsException when they are about nobody, or about somebody whose password is kept here: a name
     *     chosen at the identity provider opens no local account
     */
    UsernamePasswordAuthenticationToken of(Map<String, Object> claims) {
        var person = ClaimedPerson.of(claims, names, properties.teams());
        if (kept.getIfPresent(person) == null) {
            keep(person);
            kept.put(person, true);
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                person.id(), null, AuthorityUtils.createAuthorityList(person.groups()));
    }

    private synchronized void keep(ClaimedPerson person) {
        transaction.executeWithoutResult(status -> {
            saveProfile(person);
            saveGroups(person);
        });
    }

    private void saveProfile(ClaimedPerson person) {
        var account = (UserEntity)
                identityService.createUserQuery().userId(person.id()).singleResult();
        if (account != null && account.getPassword() != null) {
            throw new BadCredentialsException("The account is a local one");
        }
        if (account == null) {
            account = (UserEntity) identityService.newUser(person.id());
        }
        account.setFirstName(person.firstName());
        account.setLastName(person.lastName());
        account.setEmail(person.email());
        accounts.saveWithoutPolicy(account);
    }

    private void saveGroups(ClaimedPerson person) {
        var before = Set.copyOf(people.groupsOf(PersonId.of(person.id())));
        before.stream()
                .filter(group -> !person.groups().contains(group))
                .forEach(group -> identityService.deleteMembership(person.id(), group));
        person.groups().stream()
                .filter(group -> !before.contains(group))
                .forEach(group -> identityService.createMembership(person.id(), group));
    }
}
