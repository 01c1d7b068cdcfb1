package org.recourse.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.text.Names;
import org.recourse.text.Saying;
import org.recourse.text.Written;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks without the asker's permissions, which in the engine end at one's own name. Finds the engine late, as
 * {@link EngineCurrentUser} does.
 */
@Component
public class EnginePeople implements People, Names {

    private final Memberships memberships;
    private final IdentityService identityService;
    private final CommandExecutor commandExecutor;

    /** A case file names the same few people on each of its lines. */
    private final Cache<String, String> names = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    EnginePeople(
            Memberships memberships, @Lazy IdentityService identityService, @Lazy CommandExecutor commandExecutor) {
        this.memberships = memberships;
        this.identityService = identityService;
        this.commandExecutor = commandExecutor;
    }

    @Override
    public boolean exists(PersonId person) {
        return memberships.exists(person);
    }

    @Override
    public List<PersonId> membersOf(String groupId) {
        return asSystem(
                () -> identityService.createUserQuery().memberOfGroup(groupId).orderByUserId().asc().list().stream()
                        .map(User::getId)
                        .map(PersonId::of)
                        .toList());
    }

    @Override
    public Set<Team> teamsOf(PersonId person) {
        return Roles.teamsAmong(memberships.groupsOf(person));
    }

    @Override
    public Set<String> rolesOf(PersonId person) {
        return Roles.rolesAmong(memberships.groupsOf(person));
    }

    @Override
    public String email(PersonId person) {
        return find(person)
                .map(User::getEmail)
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    @Override
    public String fullName(PersonId person) {
        String id = person.value();
        String known = names.getIfPresent(id);
        if (known != null) {
            return known;
        }
        Optional<String> found = find(person).map(EnginePeople::name);
        found.ifPresent(name -> names.put(id, name));
        return found.orElse(id);
    }

    @Override
    public Map<String, String> fullNames(Collection<PersonId> people) {
        Map<String, String> names = new TreeMap<>();
        people.forEach(person -> names.put(person.value(), person.value()));
        if (!people.isEmpty()) {
            asSystem(() -> identityService
                            .createUserQuery()
                            .userIdIn(people.stream().map(PersonId::value).toArray(String[]::new))
                            .list())
                    .forEach(user -> names.put(user.getId(), name(user)));
        }
        return names;
    }

    @Override
    public Saying named(String userOrGroup) {
        if (userOrGroup.isBlank()) {
            return new Written("");
        }
        return Roles.isGroup(userOrGroup) ? Roles.called(userOrGroup) : new Written(fullName(PersonId.of(userOrGroup)));
    }

    private static String name(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .strip();
        return name.isEmpty() ? user.getId() : name;
    }

    public List<String> groupsOf(PersonId person) {
        return memberships.groupsOf(person);
    }

    public List<String> tenantsOf(PersonId person) {
        return asSystem(() ->
                identityService
                        .createTenantQuery()
                        .userMember(person.value())
                        .includingGroupsOfUser(true)
                        .list()
                        .stream()
                        .map(Tenant::getId)
                        .toList());
    }

    private Optional<User> find(PersonId person) {
        return asSystem(() -> Optional.ofNullable(
                identityService.createUserQuery().userId(person.value()).singleResult()));
    }

    private <T> T asSystem(Callable<T> question) {
        return commandExecutor.execute(context -> context.runWithoutAuthorization(question));
    }
}
