package org.recourse.insight.explanation;

import java.util.List;
import java.util.Locale;
import org.recourse.callback.Callbacks;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Grants;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposals;
import org.recourse.followup.CheckIns;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.People;
import org.recourse.insight.history.EngineHistory;
import org.recourse.promise.Promises;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.recourse.text.Speech;
import org.springframework.stereotype.Service;

/** Explains a case from its own records and from what the engine kept of its decisions. */
@Service
public class Explanations {

    private final CaseLog log;
    private final EngineHistory history;
    private final Approvals approvals;
    private final Proposals proposals;
    private final Grants grants;
    private final Promises promises;
    private final Callbacks callbacks;
    private final CheckIns checkIns;
    private final Contacts contacts;
    private final Speech speech;
    private final People people;

    Explanations(
            CaseLog log,
            EngineHistory history,
            Approvals approvals,
            Proposals proposals,
            Grants grants,
            Promises promises,
            Callbacks callbacks,
            CheckIns checkIns,
            Contacts contacts,
            Speech speech,
            People people) {
        this.log = log;
        this.history = history;
        this.approvals = approvals;
        this.proposals = proposals;
        this.grants = grants;
        this.promises = promises;
        this.callbacks = callbacks;
        this.checkIns = checkIns;
        this.contacts = contacts;
        this.speech = speech;
        this.people = people;
    }

    /** The words that documents about a case share with its explanation. */
    public Wording words(Locale language) {
        return new Wording(language, speech, people);
    }

    /** In the house's time and the reader's language. */
    public Explanation of(EscalationCase escalation, Locale language) {
        CaseNumber number = escalation.number();
        List<CaseEvent> timeline = log.of(number);
        Wording words = words(language);
        Telling telling = new Telling(words, history.decisions(number));
        CourseOfPromises commitments = new CourseOfPromises(telling);
        commitments.tell(promises.of(number), callbacks.of(number), checkIns.of(number));
        new CourseOfEvents(telling).tell(escalation, timeline);
        MoneyDecisions money = new MoneyDecisions(telling);
        money.tell(approvals.of(number), proposals.of(number), grants.of(number));
        return new Explanation(
                money.approved(),
                Waiting.of(timeline, contacts.of(number), words),
                commitments.promised(),
                telling.reasons());
    }
}
