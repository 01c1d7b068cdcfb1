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
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
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
     * @throws RefusedInput when a person is unknown, somebody would stand in for themselves, or it ends before it begins
     * @throws RefusedAttempt when it is neither one's own nor that of somebody in one's team
     */
    @Transactional
    public Absence enter(String person, @Nullable String substitute, Instant from, Instant to) {
        demandExisting("person", person);
        demandResponsible(person);
        if (substitute != null) {
            demandExisting("substitute", substitute);
            if (substitute.equals(person)) {
                throw new RefusedInput("substitute", Sentence.of("absence.own-substitute"));
            }
        }
        if (!to.isAfter(from)) {
            throw new RefusedInput("to", Sentence.of("absence.ends-before"));
        }
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
    public Set<String> enteredByMe() {
        Set<String> own = new TreeSet<>(Set.of(user.id()));
        if (user.hasRole(Roles.MANAGER)) {
            Roles.ON_CALLS.forEach(role -> own.addAll(people.membersOf(role)));
        } else if (user.hasRole(Roles.SUPERVISOR)) {
            for (String team : user.teams()) {
                own.addAll(people.membersOf(Roles.inTeam(team, Roles.AGENT)));
                own.addAll(people.membersOf(Roles.inTeam(team, Roles.SUPERVISOR)));
            }
        }
        return own;
    }

    public boolean isAbsent(String person) {
        return rows.current(person).isPresent();
    }

    /** Who stands in for somebody at this moment. A substitute who is away is stood in for in turn. */
    public Optional<String> substituteOf(String person) {
        return present(person, rows.current(person), new HashSet<>(Set.of(person)));
    }

    /** Who would stand in: the substitute at this moment, else the one named last. Asked when somebody does not answer. */
    public Optional<String> substituteOfSilent(String person) {
        return present(
                person, rows.current(person).or(() -> rows.lastWithSubstitute(person)), new HashSet<>(Set.of(person)));
    }

    private Optional<String> present(String person, Optional<Absence> absence, Set<String> seen) {
        return absence.map(Absence::substitute).filter(seen::add).flatMap(substitute -> {
            Optional<Absence> away = rows.current(substitute);
            return away.isEmpty() ? Optional.of(substitute) : present(person, away, seen);
        });
    }

    private void demandExisting(String field, String person) {
        if (!people.exists(person)) {
            throw new RefusedInput(field, Sentence.of("absence.nobody", person));
        }
    }

    private void demandResponsible(String person) {
        if (!enteredByMe().contains(person)) {
            throw new RefusedAttempt("person", Sentence.of("absence.not-yours"));
        }
    }
}
