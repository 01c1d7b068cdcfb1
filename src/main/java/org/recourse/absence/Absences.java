package org.recourse.absence;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedAttempt;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away and who stands in. People enter their own absences, and supervisors and managers those of their teams. */
@Service
public class Absences {

    private final AbsenceRows rows;
    private final People people;
    private final CurrentUser user;

    Absences(AbsenceRows rows, People people, CurrentUser user) {
        this.rows = rows;
        this.people = people;
        this.user = user;
    }

    /**
     * Enters an absence; the same one again changes nothing.
     *
     * @throws RefusedInput when a person is unknown, it ends before it begins, or the substitute has not the role that they
     *     would stand in for, is away themselves at that time, or is stood in for by the one who is away
     * @throws RefusedAttempt when it is neither one's own nor that of somebody in one's team
     */
    @Transactional
    public Absence enter(PersonId person, @Nullable PersonId substitute, Instant from, Instant to) {
        demandExisting("person", person);
        demandResponsible(person);
        if (substitute != null) {
            demandExisting("substitute", substitute);
            if (substitute.equals(person)) {
                throw new RefusedInput("substitute", Sentence.of("absence.own-substitute"));
            }
            if (!mayStandInFor(person, substitute)) {
                throw new RefusedInput(
                        "substitute", Sentence.of("absence.another-role", new Person(substitute), new Person(person)));
            }
        }
        if (!to.isAfter(from)) {
            throw new RefusedInput("to", Sentence.of("absence.ends-before"));
        }
        demandNoChain(person, substitute, from, to);
        return rows.same(person, substitute, from, to)
                .orElseGet(() -> rows.insert(person, substitute, from, to, user.id()));
    }

    /** Ends an absence early; one that ended before stays as it is. */
    @Transactional
    public void end(long id) {
        Absence absence = rows.find(id)
                .orElseThrow(() -> new RefusedInput("id", Sentence.of("absence.no-such", String.valueOf(id))));
        demandResponsible(absence.person());
        rows.end(id, user.id());
    }

    /** @throws RefusedAttempt when it is nobody who works with them */
    public List<Absence> comingUp() {
        demandColleague();
        return rows.comingUp();
    }

    private void demandColleague() {
        if (Roles.ON_CALLS.stream().noneMatch(user::hasRole)) {
            throw new RefusedAttempt("person", Sentence.of("absence.for-those-on-cases"));
        }
    }

    /**
     * Everybody who works steps and so may stand in, by id with their names.
     *
     * @throws RefusedAttempt when it is nobody who works with them
     */
    public Map<String, String> whoMayStandIn() {
        demandColleague();
        return people.fullNames(Roles.ON_CALLS.stream()
                .flatMap(role -> people.membersOf(role).stream())
                .collect(Collectors.toSet()));
    }

    /** Whose absences the current user enters: their own, as supervisor their teams', as manager everybody's. */
    public Set<PersonId> enteredByMe() {
        Set<PersonId> own = new TreeSet<>(Set.of(user.id()));
        if (user.hasRole(Roles.MANAGER)) {
            Roles.ON_CALLS.forEach(role -> own.addAll(people.membersOf(role)));
        } else if (user.hasRole(Roles.SUPERVISOR)) {
            for (Team team : user.teams()) {
                own.addAll(people.membersOf(Roles.inTeam(team, Roles.AGENT)));
                own.addAll(people.membersOf(Roles.inTeam(team, Roles.SUPERVISOR)));
            }
        }
        return own;
    }

    public boolean isAbsent(PersonId person) {
        return rows.current(person).isPresent();
    }

    /**
     * Who stands in for somebody at this moment: nobody before and after the absence, nobody who is away too, and nobody
     * who lost the role meanwhile.
     */
    public Optional<PersonId> substituteOf(PersonId person) {
        return rows.current(person)
                .map(Absence::substitute)
                .filter(substitute -> rows.current(substitute).isEmpty())
                .filter(substitute -> mayStandInFor(person, substitute));
    }

    /** A right is lent to those only who have it themselves. */
    private boolean mayStandInFor(PersonId person, PersonId substitute) {
        Set<String> rights = new HashSet<>(people.rolesOf(person));
        rights.retainAll(Roles.ON_CALLS);
        return people.rolesOf(substitute).containsAll(rights);
    }

    /** What was lent is not lent on: whoever stands in is there, and nobody who stands in goes away meanwhile. */
    private void demandNoChain(PersonId person, @Nullable PersonId substitute, Instant from, Instant to) {
        if (substitute == null) {
            return;
        }
        for (Absence other : rows.between(from, to)) {
            if (other.person().equals(substitute)) {
                throw new RefusedInput(
                        "substitute",
                        Sentence.of(
                                person.equals(other.substitute()) ? "absence.circle" : "absence.substitute-away",
                                new Person(substitute),
                                new Person(person)));
            }
            if (person.equals(other.substitute())) {
                throw new RefusedInput(
                        "substitute", Sentence.of("absence.chain", new Person(person), new Person(other.person())));
            }
        }
    }

    private void demandExisting(String field, PersonId person) {
        if (!people.exists(person)) {
            throw new RefusedInput(field, Sentence.of("absence.nobody", person));
        }
    }

    private void demandResponsible(PersonId person) {
        if (!enteredByMe().contains(person)) {
            throw new RefusedAttempt("person", Sentence.of("absence.not-yours"));
        }
    }
}
