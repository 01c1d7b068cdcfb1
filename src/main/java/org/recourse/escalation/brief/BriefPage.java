package org.recourse.escalation.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.escalation.model.Signal;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.form.Texts;
import org.recourse.form.Times;
import org.recourse.identity.People;
import org.springframework.stereotype.Component;

/** The brief as a text to take along, in the language of the request; facts apart from the agent's view (R10). */
@Component
public class BriefPage {

    private final Briefs briefs;
    private final Proposals proposals;
    private final Customers customers;
    private final People people;
    private final Times times;
    private final Texts texts;

    BriefPage(Briefs briefs, Proposals proposals, Customers customers, People people, Times times, Texts texts) {
        this.briefs = briefs;
        this.proposals = proposals;
        this.customers = customers;
        this.people = people;
        this.times = times;
        this.texts = texts;
    }

    public String of(EscalationCase escalation) {
        StringBuilder page = new StringBuilder();
        Customer customer = customers.byNumber(escalation.customerNumber()).orElseThrow();
        Brief brief = briefs.of(escalation);
        page.append(escalation.number()).append(": ").append(escalation.textOr(CaseField.TITLE, ""));
        line(
                page,
                "Customer",
                "%s, %s, %s"
                        .formatted(
                                customer.name(),
                                customer.number(),
                                customer.tier().name().toLowerCase(java.util.Locale.ROOT)));
        line(page, "Opened", times.told(escalation.openedAt()));
        line(page, "Complete", brief.score() + " %");
        line(page, "Missing", String.join(", ", brief.missing()));
        HandOverTrigger trigger = escalation.choice(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.class);
        if (trigger != null) {
            line(
                    page,
                    "Handed over",
                    "%s, %s: %s"
                            .formatted(
                                    people.fullName(escalation.textOr(CaseField.HANDED_OVER_BY, "")),
                                    times.told(escalation.instant(CaseField.HANDED_OVER_AT)),
                                    trigger.words()));
        }
        line(page, "In their words", escalation.text(CaseField.STORY));
        line(page, "Facts", escalation.text(CaseField.FACTS));
        line(page, "What it does to them", escalation.text(CaseField.EFFECT));
        line(page, "They want", escalation.text(CaseField.DESIRED_OUTCOME));
        line(page, "Restated as", escalation.text(CaseField.RESTATEMENT));
        line(
                page,
                "Signals",
                String.join(
                        ", ", escalation.signals().stream().map(Signal::words).toList()));
        line(page, "Mood at the start", CaseField.told(escalation.get(CaseField.MOOD_START)));
        line(page, "Mood at the end", CaseField.told(escalation.get(CaseField.MOOD_NOW)));
        offers(page, proposals.of(escalation.number()));
        line(page, "How was the refusal explained?", escalation.text(CaseField.REFUSAL_EXPLAINED));
        line(page, "What was not tried, and why?", escalation.text(CaseField.NOT_TRIED_REASON));
        line(page, "Agent’s own view", escalation.text(CaseField.AGENT_VIEW));
        return page.append('\n').toString();
    }

    private void offers(StringBuilder page, List<Proposal> offered) {
        for (Proposal proposal : offered) {
            line(
                    page,
                    "Offer",
                    "%d. %s%s | %s | %s"
                            .formatted(
                                    proposal.number(),
                                    proposal.solution(),
                                    proposal.compensation().isNone()
                                            ? ""
                                            : " (" + proposal.compensation().words() + ")",
                                    proposal.answer() == null
                                            ? ""
                                            : proposal.answer().replace('-', ' '),
                                    proposal.refusalReason() == null ? "" : proposal.refusalReason()));
        }
    }

    private void line(StringBuilder page, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            page.append("\n\n").append(texts.say(name)).append("\n").append(value);
        }
    }
}
