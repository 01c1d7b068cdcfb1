package org.recourse.insight.casefile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.recourse.compensation.Approval;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Grants;
import org.recourse.compensation.Grants.Grant;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.escalation.offer.ToldProposal;
import org.recourse.followup.FollowUpPromises;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.casefile.Undertakings.Undertaken;
import org.recourse.promise.Promise;
import org.recourse.promise.Promises;
import org.recourse.promise.ToldPromise;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Gathers what was offered and promised to the customer, and what was approved and granted. */
@Component
class Undertakings {

    private final Proposals proposals;
    private final Promises promises;
    private final FollowUpPromises followUps;
    private final Approvals approvals;
    private final Grants grants;
    private final Speech speech;

    Undertakings(
            Proposals proposals,
            Promises promises,
            FollowUpPromises followUps,
            Approvals approvals,
            Grants grants,
            Speech speech) {
        this.proposals = proposals;
        this.promises = promises;
        this.followUps = followUps;
        this.approvals = approvals;
        this.grants = grants;
        this.speech = speech;
    }

    /**
     * @param told offers in words
     * @param made promises of the case, without those of the follow-up
     * @param promised these and those in words
     */
    record Undertaken(
            List<Proposal> offered,
            List<ToldProposal> told,
            List<Promise> made,
            List<ToldPromise> promised,
            List<Approval> approvals,
            List<Grant> granted) {}

    Undertaken of(CaseNumber caseNumber, Locale language) {
        List<Proposal> offered = proposals.of(caseNumber);
        List<Promise> made = promises.of(caseNumber);
        return new Undertaken(
                offered,
                offered.stream()
                        .map(proposal -> proposal.told(saying -> speech.say(saying, language)))
                        .toList(),
                made,
                Stream.concat(made.stream(), followUps.of(caseNumber).stream())
                        .map(promise -> promise.told(saying -> speech.say(saying, language)))
                        .toList(),
                approvals.of(caseNumber),
                grants.of(caseNumber));
    }
}
