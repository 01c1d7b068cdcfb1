package org.recourse.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;

/** Answers the domain's questions about other people, whatever the person who asks may see in the engine. */
public interface People {

    boolean exists(PersonId person);

    /** In alphabetical order, none for an unknown group. */
    List<PersonId> membersOf(String groupId);

    /** The teams only, without the groups derived from them; none for an unknown user. */
    Set<Team> teamsOf(PersonId person);

    /** The {@link Roles} only; none for an unknown user. */
    Set<String> rolesOf(PersonId person);

    /** In lower case; empty where none is known. */
    String email(PersonId person);

    /** First and last name, or the id where there is no name or no such user. */
    String fullName(PersonId person);

    /** {@link #fullName} of many at once, by id. */
    Map<String, String> fullNames(Collection<PersonId> people);
}
