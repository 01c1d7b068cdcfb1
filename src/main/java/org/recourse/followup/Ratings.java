package org.recourse.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseState;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Answers;
import org.recourse.form.CardNumbers;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identity.Roles;
import org.recourse.pages.CustomerClicks;
import org.recourse.pages.LinkSpent;
import org.recourse.pages.LinkSpent.Why;
import org.recourse.record.CaseLog;
import org.recourse.record.FollowUpHappening;
import org.recourse.record.Notices;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Takes the customer's answer from their own page, once (R20, R21). */
@Service
public class Ratings {

    static final Duration VALID = Duration.ofDays(30);

    private final CheckIns checkIns;
    private final Cases cases;
    private final Customers customers;
    private final RatedCases process;
    private final CustomerClicks clicks;
    private final Notices notices;
    private final CaseLog log;
    private final Clock clock;

    Ratings(
            CheckIns checkIns,
            Cases cases,
            Customers customers,
            RatedCases process,
            CustomerClicks clicks,
            Notices notices,
            CaseLog log,
            Clock clock) {
        this.checkIns = checkIns;
        this.cases = cases;
        this.customers = customers;
        this.process = process;
        this.clicks = clicks;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @return the customer's language
     * @throws LinkSpent when the link is unknown, was used, or is older than 30 days
     */
    public @Nullable String open(String token) {
        return language(valid(token));
    }

    /**
     * Keeps the answer and lets the follow-up go on. An answer that comes after the follow-up has ended is kept, and
     * told to those who have to know.
     *
     * @param rating 1 to 5, null when not given
     * @throws LinkSpent as {@link #open}
     * @throws RefusedInput when the words are longer than 20,000 characters
     */
    public void rate(String token, Settled settled, @Nullable Integer rating, @Nullable String written) {
        if (written != null && written.length() > Answers.LONG_TEXT) {
            throw new RefusedInput("comment", Sentence.of("followup.too-long", Answers.LONG_TEXT));
        }
        String words = written == null ? null : CardNumbers.hide(GivenText.read("comment", written));
        clicks.take(() -> {
            CheckIn asked = valid(token);
            if (!checkIns.answered(asked.id(), settled, rating, words, null)) {
                throw new LinkSpent(Why.USED, language(asked));
            }
            Step page = Step.byRoute(asked.caseNumber(), "/rate");
            log.byCustomer(page, new FollowUpHappening.CheckInAnswered(settled.value(), rating, Words.of(words)));
            if (!process.rated(asked.caseNumber(), settled) && settled != Settled.YES) {
                tellLate(page, settled);
            }
        });
    }

    private void tellLate(Step page, Settled settled) {
        EscalationCase escalation = cases.get(page.caseNumber());
        notices.tell(
                page,
                "rated-late",
                Sentence.of("followup.answered-late", page.caseNumber(), settled.said()),
                List.of(
                        escalation.textOr(CaseField.SETTLED_BY, Roles.inTeam(escalation.team(), Roles.SUPERVISOR)),
                        Roles.inTeam(escalation.team(), Roles.SUPERVISOR)));
    }

    private CheckIn valid(String token) {
        CheckIn asked = checkIns.byToken(token).orElseThrow(() -> new LinkSpent(Why.UNKNOWN, null));
        if (asked.answeredAt() != null) {
            throw new LinkSpent(Why.USED, language(asked));
        }
        Instant sent = asked.sentAt();
        boolean withdrawn = cases.get(asked.caseNumber()).is(CaseField.STATE, CaseState.WITHDRAWN);
        if (withdrawn || sent == null || !clock.instant().isBefore(sent.plus(VALID))) {
            throw new LinkSpent(Why.EXPIRED, language(asked));
        }
        return asked;
    }

    private @Nullable String language(CheckIn asked) {
        return customers
                .byNumber(cases.get(asked.caseNumber()).customerNumber())
                .map(Customer::language)
                .orElse(null);
    }
}
