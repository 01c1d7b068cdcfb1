package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.text.Names;
import org.recourse.text.Written;
import org.springframework.beans.factory.annotation.Autowired;

@RecourseApplicationTest
class PeopleTest {

    @Autowired
    People people;

    @Autowired
    Names names;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    IdentityService identityService;

    @BeforeEach
    void logInAsSomebodyWhoMayNotLookAtUsers() {
        identityService.setAuthentication("agent3", List.of("agent", "team-south", "team-south-agent"));
    }

    @AfterEach
    void logOut() {
        identityService.clearAuthentication();
    }

    @Test
    void answers_about_everybody() {
        assertThat(people.exists(PersonId.of("supervisor1"))).isTrue();
        assertThat(people.exists(PersonId.of("nobody"))).isFalse();
        assertThat(people.membersOf("team-north-agent")).containsExactly(PersonId.of("agent1"), PersonId.of("agent2"));
        assertThat(people.membersOf("no-such-group")).isEmpty();
        assertThat(people.teamsOf(PersonId.of("manager1")))
                .containsExactly(Team.of("team-north"), Team.of("team-south"));
        assertThat(people.rolesOf(PersonId.of("manager1"))).containsExactly("manager");
        assertThat(people.rolesOf(PersonId.of("nobody"))).isEmpty();
        assertThat(people.fullName(PersonId.of("agent1"))).isEqualTo("Amira Haddad");
        assertThat(people.fullName(PersonId.of("nobody"))).isEqualTo("nobody");
        assertThat(names.named("")).as("of a case that nobody settled yet").isEqualTo(new Written(""));
    }

    @Test
    void knows_who_is_logged_in() {
        assertThat(currentUser.id()).isEqualTo(PersonId.of("agent3"));
        assertThat(currentUser.hasRole("agent")).isTrue();
        assertThat(currentUser.teams()).containsExactly(Team.of("team-south"));
    }

    @Test
    void works_as_system_when_nobody_is() {
        identityService.clearAuthentication();

        assertThat(currentUser.id()).isEqualTo(PersonId.of("system"));
        assertThat(currentUser.groups()).isEmpty();
        assertThat(currentUser.hasRole("agent")).isFalse();
    }
}
