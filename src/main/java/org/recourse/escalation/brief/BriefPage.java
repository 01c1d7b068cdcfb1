package org.recourse.escalation.brief;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** The brief as a text to take along, in the language of the request; facts apart from the agent's view (R10). */
@Component
public class BriefPage {

    private final Briefs briefs;
    private final Proposals proposals;
    private final Customers customers;
    private final Speech speech;

    BriefPage(Briefs briefs, Proposals proposals, Customers customers, Speech speech) {
        this.briefs = briefs;
        this.proposals = proposals;
        this.customers = customers;
        this.speech = speech;
    }

    public String of(EscalationCase escalation) {
        StringBuilder page = new StringBuilder();
        Customer customer = customers.byNumber(escalation.customerNumber()).orElseThrow();
        Brief brief = briefs.of(escalation);
        page.append(escalation.number()).append(": ").append(escalation.textOr(CaseField.TITLE, ""));
        line(
                page,
                "brief.page.customer",
                speech.say(
                        "brief.page.customer-is",
                        String.valueOf(customer.name()),
                        customer.number(),
                        Tiers.said(customer.tier())));
        line(page, "brief.page.opened", speech.at(escalation.openedAt()));
        line(page, "brief.page.complete", speech.say("brief.page.percent", brief.score()));
        line(page, "brief.page.missing", briefs.told(brief.missing()));
        HandOverTrigger trigger = escalation.choice(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.class);
        if (trigger != null) {
            line(
                    page,
                    "brief.page.handed-over",
                    speech.say(
                            "brief.page.handed-over-by",
                            new Person(escalation.textOr(CaseField.HANDED_OVER_BY, "")),
                            speech.at(escalation.instant(CaseField.HANDED_OVER_AT)),
                            trigger.said()));
        }
        line(page, "brief.page.story", escalation.text(CaseField.STORY));
        line(page, "brief.page.facts", escalation.text(CaseField.FACTS));
        line(page, "brief.page.effect", escalation.text(CaseField.EFFECT));
        line(page, "brief.page.desired-outcome", escalation.text(CaseField.DESIRED_OUTCOME));
        line(page, "brief.page.restatement", escalation.text(CaseField.RESTATEMENT));
        line(
                page,
                "brief.page.signals",
                escalation.signals().stream()
                        .map(signal -> speech.say(signal.said()))
                        .collect(Collectors.joining(", ")));
        line(page, "brief.page.mood-start", CaseField.told(escalation.get(CaseField.MOOD_START)));
        line(page, "brief.page.mood-end", CaseField.told(escalation.get(CaseField.MOOD_NOW)));
        proposals.of(escalation.number()).forEach(proposal -> line(page, "brief.page.offer", offer(proposal)));
        line(page, "brief.page.refusal-explained", escalation.text(CaseField.REFUSAL_EXPLAINED));
        line(page, "brief.page.not-tried", escalation.text(CaseField.NOT_TRIED_REASON));
        line(page, "brief.page.agent-view", escalation.text(CaseField.AGENT_VIEW));
        return page.append('\n').toString();
    }

    private String offer(Proposal proposal) {
        Saying refusal = proposal.refusal();
        return speech.say(
                "brief.page.offer-is",
                proposal.number(),
                proposal.said(),
                proposal.answered(),
                refusal == null ? "" : refusal);
    }

    private void line(StringBuilder page, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            page.append("\n\n").append(speech.say(label)).append("\n").append(value);
        }
    }
}
