package org.recourse.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** The names of roles and teams, because a group's name is all that a login, a token or a task candidate carries. */
public final class Roles {

    public static final String AGENT = "agent";
    public static final String SUPERVISOR = "supervisor";
    public static final String MANAGER = "manager";
    public static final String PROCESS_OWNER = "process-owner";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";
    public static final String DATA_PROTECTION = "data-protection";
    public static final String INTEGRATION = "integration";
    public static final String ADMINISTRATOR = "camunda-admin";

    /** Those who work steps, and hence those whom a team's tasks are offered to. */
    public static final List<String> ON_CALLS = List.of(AGENT, SUPERVISOR, MANAGER);

    public static final List<String> ALL = List.of(
            AGENT, SUPERVISOR, MANAGER, PROCESS_OWNER, AUDITOR, OPERATOR, DATA_PROTECTION, INTEGRATION, ADMINISTRATOR);

    private static final String TEAM_PREFIX = "team-";

    private Roles() {}

    /** The group that a team's tasks for one role are offered to, for example {@code team-north-supervisor}. */
    public static String inTeam(Team team, String role) {
        return team + "-" + role;
    }

    public static Set<Team> teamsAmong(Collection<String> groups) {
        var teams = new TreeSet<Team>();
        groups.stream().filter(Roles::isTeam).map(Team::of).forEach(teams::add);
        return teams;
    }

    static Set<String> rolesAmong(Collection<String> groups) {
        var roles = new TreeSet<>(groups);
        roles.retainAll(ALL);
        return roles;
    }

    /** Of the names that groups here have: a role, a team, a role in a team. */
    public static boolean isGroup(String id) {
        return ALL.contains(id) || id.startsWith(TEAM_PREFIX);
    }

    /** What a group is called: a role, a team, or those who have a role in a team. */
    static Saying called(String group) {
        if (ALL.contains(group)) {
            return Sentence.of("group." + group);
        }
        for (String role : ON_CALLS) {
            if (group.endsWith("-" + role)) {
                String team = group.substring(TEAM_PREFIX.length(), group.length() - role.length() - 1);
                return Sentence.of("group.team-" + role, team.replace('-', ' '));
            }
        }
        return Sentence.of("group.team", group.substring(TEAM_PREFIX.length()).replace('-', ' '));
    }

    private static boolean isTeam(String group) {
        return group.startsWith(TEAM_PREFIX) && ON_CALLS.stream().noneMatch(role -> group.endsWith("-" + role));
    }
}
