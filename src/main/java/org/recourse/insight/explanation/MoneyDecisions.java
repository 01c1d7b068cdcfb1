package org.recourse.insight.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recourse.compensation.Approval;
import org.recourse.compensation.Grants.Grant;
import org.recourse.escalation.offer.Proposal;
import org.recourse.insight.history.Decision;
import org.recourse.text.Saying;

/** Tells who was allowed to give what: by a row of the authority table, or by a person's decision. */
final class MoneyDecisions {

    private static final String TABLE = "CompensationAuthority";

    private final Telling telling;
    private final Wording words;
    private final List<String> approved = new ArrayList<>();

    MoneyDecisions(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    /** Each request was put to the table once, in their order. */
    void tell(List<Approval> approvals, List<Proposal> proposals, List<Grant> grants) {
        List<Decision> rulings = telling.decisions(TABLE);
        for (int n = 0; n < approvals.size(); n++) {
            Approval approval = approvals.get(n);
            if (n < rulings.size()) {
                asked(approval, rulings.get(n));
            }
            decided(approval, n < rulings.size() ? telling.place(rulings.get(n)) : "");
        }
        proposals.forEach(this::offered);
        proposals.forEach(this::allowed);
        grants.forEach(this::granted);
    }

    /** Who decided, in one line each. */
    List<String> approved() {
        return approved;
    }

    private void asked(Approval approval, Decision ruling) {
        telling.add(
                ruling.at(),
                "approval",
                words.say(
                        "approval.asked",
                        words.time(ruling.at()),
                        words.person(approval.askedBy()),
                        words.money(approval.asked()),
                        words.term("purpose", approval.purpose().value()),
                        words.term("approver", String.valueOf(approval.approver())),
                        telling.place(ruling)),
                telling.evidence(ruling),
                Evidence.of("approval", approval.id(), words.money(approval.asked())));
    }

    private void decided(Approval approval, String row) {
        var at = approval.decidedAt();
        if (at == null || approval.isOpen()) {
            return;
        }
        String who = approval.decidedBy() == null
                ? words.term("person", "table")
                : approval.decidedFor() == null
                        ? words.person(approval.decidedBy())
                        : words.say("for", words.person(approval.decidedBy()), words.person(approval.decidedFor()));
        String first = approval.firstDecidedBy() == null
                ? ""
                : words.say("approval.first", words.person(approval.firstDecidedBy()));
        String sentence = words.say(
                "approval.decided",
                words.time(at),
                who,
                words.term("approval", approval.state().name().toLowerCase(Locale.ROOT)),
                words.money(approval.approved().isNone() ? approval.asked() : approval.approved()),
                approval.decisionReason() == null ? "–" : words.told(approval.decisionReason()),
                first);
        approved.add(row.isEmpty() ? sentence : sentence + " " + words.say("approval.under", row));
        telling.add(at, "approval", sentence, Evidence.of("approval", approval.id(), sentence));
    }

    private void offered(Proposal proposal) {
        String money = words.money(proposal.compensation());
        telling.add(
                proposal.proposedAt(),
                "offer",
                words.say(
                        "offer",
                        words.time(proposal.proposedAt()),
                        words.person(proposal.proposedBy()),
                        proposal.number(),
                        proposal.solution(),
                        money.isEmpty() ? words.say("no-money") : money,
                        words.term("answer", proposal.answer() == null ? "open" : proposal.answer()),
                        proposal.refusal() == null ? "" : " " + words.quoted(words.told(proposal.refusal()))),
                Evidence.of("proposal", proposal.id(), proposal.solution()));
    }

    /** Agreed money that the giver might grant alone. */
    private void allowed(Proposal proposal) {
        Saying by = proposal.allowedBy();
        if (by != null && "agreed".equals(proposal.answer())) {
            String sentence = words.say(
                    "approval.needless",
                    words.time(proposal.proposedAt()),
                    words.money(proposal.compensation()),
                    words.person(proposal.proposedBy()),
                    words.told(by));
            approved.add(sentence);
            telling.add(
                    proposal.proposedAt(),
                    "approval",
                    sentence,
                    Evidence.of("proposal", proposal.id(), words.told(by)));
        }
    }

    private void granted(Grant grant) {
        telling.add(
                grant.agreedAt(),
                "grant",
                words.say(
                        "grant",
                        words.time(grant.agreedAt()),
                        words.money(grant.kind(), grant.amount(), grant.currency()),
                        words.person(grant.agreedBy()),
                        words.term("grant", grant.state().value()),
                        grant.reference() == null ? "–" : grant.reference()),
                Evidence.of("grant", grant.key(), words.money(grant.kind(), grant.amount(), grant.currency())));
    }
}
