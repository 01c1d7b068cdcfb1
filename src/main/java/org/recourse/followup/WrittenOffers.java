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
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
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
                .orElse(Locale.ENGLISH);
        String offer = proposals
                .latest(escalation.number())
                .map(proposal -> words(proposal, language))
                .orElseGet(() -> speech.say(Sentence.of("followup.tell-us-when"), language));
        letters.offer(escalation, plan.id(), offer, until);
        return until;
    }

    private static String words(Proposal proposal, Locale language) {
        String money = proposal.compensation().words(language);
        return money.isEmpty() ? proposal.solution() : proposal.solution() + " (" + money + ")";
    }
}
