package org.recourse.identity;

import java.util.Set;
import org.recourse.identifier.Team;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says below /api who the domain believes to work for; exists in tests only. */
@RestController
class WhoAmIController {

    private final CurrentUser currentUser;

    WhoAmIController(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @RequestMapping("/api/test/who-am-i")
    WhoAmI whoAmI() {
        return new WhoAmI(currentUser.id().value(), currentUser.groups(), currentUser.teams());
    }

    record WhoAmI(String id, Set<String> groups, Set<Team> teams) {}
}
