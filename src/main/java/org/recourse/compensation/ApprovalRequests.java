package org.recourse.compensation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.recourse.form.Step;
import org.recourse.identity.Roles;
import org.recourse.record.Notices;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Puts a request to those who may decide it: substitutes are told for whom, and who stays silent is passed over. */
@Service
public class ApprovalRequests {

    private final Approvals approvals;
    private final Approvers approvers;
    private final ApproverRows asked;
    private final Notices notices;

    ApprovalRequests(Approvals approvals, Approvers approvers, ApproverRows asked, Notices notices) {
        this.approvals = approvals;
        this.approvers = approvers;
        this.asked = asked;
        this.notices = notices;
    }

    /** Tells the substitutes of those who are away. */
    public void tellSubstitutes(Step step) {
        Approval approval = approvals.open(step.caseNumber());
        approvers.of(approval).stream()
                .filter(approver -> approver.forWhom() != null)
                .forEach(substitute -> put(step, approval, substitute, "absent"));
    }

    /**
     * Nobody answered in time: substitutes are asked, and where there are none the next level.
     *
     * @return people and groups the step is to be offered to as well
     */
    public Offered askSubstitutes(Step step) {
        Approval approval = approvals.open(step.caseNumber());
        List<Approver> substitutes = approvers.substitutes(approval);
        if (substitutes.isEmpty()) {
            return askNextLevel(step);
        }
        substitutes.forEach(substitute -> put(step, approval, substitute, "silent"));
        Set<String> people = new LinkedHashSet<>();
        substitutes.forEach(substitute -> people.add(substitute.person().value()));
        return new Offered(new ArrayList<>(people), List.of());
    }

    /** Nobody answered again: the team's managers are asked, above them every manager. */
    public Offered askNextLevel(Step step) {
        Approval approval = approvals.open(step.caseNumber());
        String group = approval.approverRole().equals(Roles.MANAGER)
                ? Roles.MANAGER
                : Roles.inTeam(approval.team(), Roles.MANAGER);
        asked.nextLevel(approval.id(), group);
        notices.tell(
                step,
                "approval-waiting",
                Sentence.of(
                        "approval.nobody-answered",
                        approval.caseNumber(),
                        approval.asked().said(),
                        new Person(Approvers.group(approval))),
                List.of(group, Approvers.group(approval)));
        return new Offered(List.of(), List.of(group));
    }

    private void put(Step step, Approval approval, Approver substitute, String why) {
        asked.substitute(approval.id(), substitute, why);
        notices.tell(
                step,
                "approval-asked",
                Sentence.of(
                        "approval.asked-in-place",
                        new Person(String.valueOf(substitute.forWhom())),
                        Sentence.of("approval.asked-because." + why),
                        approval.asked().said(),
                        approval.caseNumber(),
                        approvals.answerDue(approval.caseNumber(), 1)),
                List.of(substitute.person().value()));
    }

    /** To whom a step is offered besides those who have it. */
    public record Offered(List<String> people, List<String> groups) {}
}
