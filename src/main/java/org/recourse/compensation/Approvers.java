package org.recourse.compensation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.absence.Absences;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/**
 * Who may decide a request: people of the level in the team, or who stands in for them while they are away; never
 * somebody who asked, took part or benefits, in whosever place (R17).
 */
@Component
class Approvers {

    private final People people;
    private final Absences absences;
    private final Participants participants;
    private final ApproverRows asked;

    Approvers(People people, Absences absences, Participants participants, ApproverRows asked) {
        this.people = people;
        this.absences = absences;
        this.participants = participants;
        this.asked = asked;
    }

    static String group(Approval approval) {
        return Roles.inTeam(approval.team(), approval.approverRole());
    }

    /** Who may decide at this moment, before anybody was silent. */
    List<Approver> of(Approval approval) {
        List<Approver> approvers = new ArrayList<>();
        for (PersonId member : people.membersOf(group(approval))) {
            if (obstacle(approval, member) == null) {
                Optional<PersonId> substitute = absences.substituteOf(member);
                substitute
                        .filter(person -> obstacle(approval, person) == null)
                        .ifPresent(person -> approvers.add(new Approver(person, member)));
                if (!absences.isAbsent(member)) {
                    approvers.add(new Approver(member, null));
                }
            }
        }
        return approvers;
    }

    /** Who stands in for those who did not answer, and who went away since they were asked. */
    List<Approver> substitutes(Approval approval) {
        return of(approval).stream()
                .filter(approver -> approver.forWhom() != null)
                .toList();
    }

    /**
     * In whose place somebody decides.
     *
     * @throws NotYourDecision when they may not
     */
    Approver demand(Approval approval, PersonId person) {
        Approver approver = entitled(approval, person);
        PersonId authority = approver.forWhom() == null ? person : approver.forWhom();
        return new Approver(
                person, approver.forWhom(), people.rolesOf(authority).contains(Roles.MANAGER));
    }

    private Approver entitled(Approval approval, PersonId person) {
        Sentence obstacle = obstacle(approval, person);
        if (obstacle != null) {
            throw new NotYourDecision(obstacle);
        }
        boolean hasTheLevel = hasTheLevel(approval, person);
        Optional<Approver> inPlace = substitutes(approval).stream()
                .filter(approver -> approver.person().equals(person))
                .findFirst();
        // of two managers each decides with their own authority if they can: who is stood in for may still be needed
        if (inPlace.isPresent() && !(hasTheLevel && approval.needsTwo())) {
            return inPlace.get();
        }
        if (hasTheLevel) {
            return new Approver(person, null);
        }
        throw new NotYourDecision(
                Sentence.of("approver.not-the-level", Sentence.of("role." + approval.approverRole()), approval.team()));
    }

    /** Of the level in the team, a manager of the team, or, once the next level was asked, any manager. */
    private boolean hasTheLevel(Approval approval, PersonId person) {
        return people.membersOf(group(approval)).contains(person)
                || people.membersOf(Roles.inTeam(approval.team(), Roles.MANAGER))
                        .contains(person)
                || asked.nextLevelWasAsked(approval.id())
                        && people.rolesOf(person).contains(Roles.MANAGER);
    }

    private @Nullable Sentence obstacle(Approval approval, PersonId person) {
        if (person.isSystem()) {
            return Sentence.of("approver.person-needed");
        }
        if (person.equals(approval.askedBy())) {
            return Sentence.of("approver.you-asked");
        }
        if (person.equals(approval.firstDecidedBy())) {
            return Sentence.of("approver.you-decided-first");
        }
        if (person.equals(approval.firstDecidedFor())) {
            return Sentence.of("approver.decided-for-you");
        }
        if (participants.of(approval.caseNumber()).contains(person)) {
            return Sentence.of("approver.you-took-part");
        }
        if (participants.benefits(person, approval.caseNumber())) {
            return Sentence.of("approver.you-benefit");
        }
        return null;
    }
}
