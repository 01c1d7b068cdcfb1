package org.recourse.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import org.recourse.calendar.Calendars;
import org.recourse.customer.Customers;
import org.recourse.escalation.letter.Letters;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.form.Step;
import org.recourse.text.Fallback;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.stereotype.Service;

/** Offers in writing what could not be said, because the customer cannot be reached. */
@Service
public class WrittenOffers {

    private final FollowUps followUps;
    private final Cases cases;
    private final Customers customers;
    private final Proposals proposals;
    private final Letters letters;
    private final Calendars calendars;
    private final Speech speech;
    private final Clock clock;

    WrittenOffers(
            FollowUps followUps,
            Cases cases,
            Customers customers,
            Proposals proposals,
            Letters letters,
            Calendars calendars,
            Speech speech,
            Clock clock) {
        this.followUps = followUps;
        this.cases = cases;
        this.customers = customers;
        this.proposals = proposals;
        this.letters = letters;
        this.calendars = calendars;
        this.speech = speech;
        this.clock = clock;
    }

    /** Writes the offer to a customer who cannot be reached, and says until when it stands. */
    public Instant offerInWriting(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        CheckIn plan = followUps.latest(step.caseNumber());
        Instant until = calendars
                .of(escalation.team())
                .atOnBusinessDay(clock.instant(), plan.businessDays(), LocalTime.of(18, 0));
        Locale language = customers
                .byNumber(escalation.customerNumber())
                .map(customer -> Locale.forLanguageTag(customer.language()))
                .orElse(Fallback.LANGUAGE);
        Saying offer = proposals
                .latest(escalation.number())
                .map(WrittenOffers::said)
                .orElseGet(() -> Sentence.of("followup.tell-us-when"));
        letters.offer(escalation, plan.id(), speech.say(offer, language), until);
        return until;
    }

    private static Saying said(Proposal proposal) {
        return proposal.compensation().isNone()
                ? new Written(proposal.solution())
                : Sentence.of(
                        "followup.offer",
                        proposal.solution(),
                        proposal.compensation().said());
    }
}
