package org.recourse.identity;

import java.util.Set;
import org.recourse.identifier.Team;

/** Tells the domain on whose behalf it works, whether the request came from Tasklist, the API or a job. */
public interface CurrentUser {

    /** Who acts when nobody is logged in, which is the case in jobs. */
    String SYSTEM = "system";

    /** The user id, or {@link #SYSTEM}. */
    String id();

    /** All groups: roles, teams and the derived groups; none for {@link #SYSTEM}. */
    Set<String> groups();

    /** Whether the user has one of the {@link Roles}. */
    boolean hasRole(String role);

    /** The teams only, without the groups derived from them. */
    Set<Team> teams();
}
