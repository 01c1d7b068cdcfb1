package org.recourse.identity;

import java.util.Set;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;

/** Tells the domain on whose behalf it works, whether the request came from Tasklist, the API or a job. */
public interface CurrentUser {

    /** The person, or {@link PersonId#SYSTEM}. */
    PersonId id();

    /** All groups: roles, teams and the derived groups; none for {@link PersonId#SYSTEM}. */
    Set<String> groups();

    /** Whether the user has one of the {@link Roles}. */
    boolean hasRole(String role);

    /** The teams only, without the groups derived from them. */
    Set<Team> teams();
}
