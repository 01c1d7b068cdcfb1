package org.recourse.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Component;

/** Creates users, groups and memberships that are missing and leaves alone what is there. */
@Component
public class Accounts {

    private final IdentityService identityService;

    Accounts(IdentityService identityService) {
        this.identityService = identityService;
    }

    public void ensureGroup(String id, String name, String type) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            var group = identityService.newGroup(id);
            group.setName(name);
            group.setType(type);
            identityService.saveGroup(group);
        }
    }

    /** Whether the user was created just now. */
    public boolean ensureUser(String id, String firstName, String lastName, String password) {
        if (identityService.createUserQuery().userId(id).count() > 0) {
            return false;
        }
        var user = identityService.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(password);
        saveWithoutPolicy(user);
        return true;
    }

    /** The policy is for passwords that people choose: at start-up a refused one would keep everybody out. */
    public void saveWithoutPolicy(User user) {
        ((IdentityServiceImpl) identityService).saveUser(user, true);
    }

    public void ensureMembership(String userId, String groupId) {
        var known = identityService
                .createUserQuery()
                .userId(userId)
                .memberOfGroup(groupId)
                .count();
        if (known == 0) {
            identityService.createMembership(userId, groupId);
        }
    }

    public boolean hasMembers(String groupId) {
        return identityService.createUserQuery().memberOfGroup(groupId).count() > 0;
    }
}
