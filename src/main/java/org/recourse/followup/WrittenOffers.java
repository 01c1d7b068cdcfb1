package org.recourse.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.recourse.calendar.Calendars;
import org.recourse.escalation.letter.Letters;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.form.Step;
import org.springframework.stereotype.Service;

/** Offers in writing what could not be said, because the customer cannot be reached. */
@Service
public class WrittenOffers {

    private final FollowUps followUps;
    private final Cases cases;
    private final Proposals proposals;
    private final Letters letters;
    private final Calendars calendars;
    private final Clock clock;

    WrittenOffers(
            FollowUps followUps, Cases cases, Proposals proposals, Letters letters, Calendars calendars, Clock clock) {
        this.followUps = followUps;
        this.cases = cases;
        this.proposals = proposals;
        this.letters = letters;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Writes the offer to a customer who cannot be reached, and says until when it stands. */
    public Instant offerInWriting(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        CheckIn plan = followUps.latest(step.caseNumber());
        Instant until = calendars
                .of(escalation.team())
                .atOnBusinessDay(clock.instant(), plan.businessDays(), LocalTime.of(18, 0));
        String offer = proposals
                .latest(escalation.number())
                .map(WrittenOffers::words)
                .orElse("Please tell us when we may call you.");
        letters.offer(escalation, plan.id(), offer, until);
        return until;
    }

    private static String words(Proposal proposal) {
        String money = proposal.compensation().words();
        return money.isEmpty() ? proposal.solution() : proposal.solution() + " (" + money + ")";
    }
}
