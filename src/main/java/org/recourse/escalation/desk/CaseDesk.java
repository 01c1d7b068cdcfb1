package org.recourse.escalation.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.Channel;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.opening.AskedOnce;
import org.recourse.escalation.opening.Imported;
import org.recourse.escalation.opening.Joining;
import org.recourse.escalation.opening.OpeningClaims;
import org.recourse.escalation.opening.OpeningKeys;
import org.recourse.escalation.opening.WhichCustomer;
import org.recourse.escalation.opening.WrongCustomer;
import org.recourse.escalation.question.Questions;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Sentence;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reaches a case from outside its forms: by the API, by an import, from the customer's pages. */
@Service
public class CaseDesk {

    private final CaseProcess process;
    private final OpeningKeys keys;
    private final OpeningClaims claims;
    private final Joining joining;
    private final PromiseDesk promises;
    private final Questions questions;
    private final WrongCustomer wrongCustomer;
    private final Times times;

    CaseDesk(
            CaseProcess process,
            OpeningKeys keys,
            OpeningClaims claims,
            Joining joining,
            PromiseDesk promises,
            Questions questions,
            WrongCustomer wrongCustomer,
            Times times) {
        this.process = process;
        this.keys = keys;
        this.claims = claims;
        this.joining = joining;
        this.promises = promises;
        this.questions = questions;
        this.wrongCustomer = wrongCustomer;
        this.times = times;
    }

    /**
     * An opened case.
     *
     * @param known the key was seen before, or the same newcomer's case was opened at this moment: nothing was opened now
     */
    public record Opened(CaseNumber caseNumber, String taskUrl, boolean known) {}

    /**
     * Opens a case as the current user.
     *
     * @param key the same key of the same user again gives the same case
     * @throws RefusedInput when story, customer, channel or title is missing or malformed
     * @throws OptimisticLockingFailureException when the same key is used at this moment by another request
     */
    @Transactional
    public Opened open(Map<String, @Nullable Object> answers, @Nullable String key) {
        if (key != null) {
            CaseNumber known = keys.caseOf(key);
            if (known != null) {
                return opened(known, true);
            }
        }
        Answers given = new Answers(answers, times::house);
        String title = given.required("title", Answers.SHORT_TEXT, Sentence.of("case.title-missing"));
        given.requiredChoice("channel", Channel.class);
        given.required("story", Answers.LONG_TEXT, Sentence.of("case.story-missing"));
        Optional<CaseNumber> sameMoment = claims.sameMoment(WhichCustomer.of(given), title);
        if (sameMoment.isPresent()) {
            return opened(sameMoment.get(), true);
        }
        Map<String, @Nullable Object> asked = new HashMap<>(answers);
        asked.put(AskedOnce.FIELD, new AskedOnce());
        CaseNumber caseNumber = process.open(asked);
        if (key != null) {
            remember(key, caseNumber);
        }
        return opened(caseNumber, false);
    }

    /**
     * Opens the case of a complaint that was written elsewhere, as the current user. The team's agents are offered it,
     * also when an agent imports it.
     *
     * @return number of the case
     * @throws RefusedInput when title, customer or a text is missing or malformed
     */
    @Transactional
    public CaseNumber open(Map<String, @Nullable Object> complaint, Imported origin) {
        Map<String, @Nullable Object> answers = new HashMap<>(complaint);
        answers.put(Imported.FIELD, origin);
        return process.open(answers);
    }

    private void remember(String key, CaseNumber caseNumber) {
        try {
            keys.remember(key, caseNumber);
        } catch (DuplicateKeyException atTheSameMoment) {
            throw new OptimisticLockingFailureException(
                    "the same case is being opened at this moment; repeat the request", atTheSameMoment);
        }
    }

    private Opened opened(CaseNumber caseNumber, boolean known) {
        String task = process.waitingStep(caseNumber).map(id -> "?task=" + id).orElse("");
        return new Opened(caseNumber, "/camunda/app/tasklist/default/#/" + task, known);
    }

    /** The customer came back. On a closed case the contact is kept and whoever settled it is told. */
    @Transactional
    public void contact(EscalationCase escalation, Map<String, @Nullable Object> body) {
        Answers given = answers(body, "channel", "story");
        Channel channel = given.requiredChoice("channel", Channel.class);
        String story = given.required("story", Answers.LONG_TEXT, Sentence.of("case.words-missing"));
        if (!escalation.isOpen()) {
            joining.contacted(Step.byRoute(escalation.number(), "POST contacts"), channel.value(), story);
            return;
        }
        process.customerContacted(escalation.number(), channel.value(), story);
        process.offerAnswered(escalation.number());
    }

    /** @throws CaseEnded when there is nothing left to withdraw */
    @Transactional
    public void withdraw(EscalationCase escalation, Map<String, @Nullable Object> body) {
        String reason = answers(body, "reason")
                .required("reason", Answers.LONG_TEXT, Sentence.of("case.withdrawal-reason-missing"));
        if (!process.withdrawn(escalation.number(), reason)) {
            throw new CaseEnded(Sentence.of("case.nothing-to-withdraw", escalation.number()));
        }
    }

    /** The case is another customer's. */
    @Transactional
    public void customer(EscalationCase escalation, Map<String, @Nullable Object> body) {
        Answers given = answers(body, "customerNumber", "phone", "email", "reason");
        wrongCustomer.move(
                escalation,
                WhichCustomer.of(given),
                given.required("reason", Answers.LONG_TEXT, Sentence.of("case.mistake-missing")));
    }

    /** A promise was kept, moved or cancelled, reported by a person or another system. */
    @Transactional
    public void promise(EscalationCase escalation, long id, Map<String, @Nullable Object> body) {
        promises.report(escalation, id, answers(body, "state", "reason", "dueBy", "movedBy"));
    }

    /** @return id of the question */
    @Transactional
    public long ask(EscalationCase escalation, Map<String, @Nullable Object> body) {
        Answers given = answers(body, "to", "question", "dueBy");
        return questions
                .ask(
                        Step.byRoute(escalation.number(), "POST questions"),
                        given.required("to", 64, Sentence.of("question.asked-of-missing")),
                        given.required("question", Answers.LONG_TEXT, Sentence.of("question.missing")),
                        given.instant("dueBy"))
                .id();
    }

    private Answers answers(Map<String, @Nullable Object> body, String... fields) {
        return new Answers(body, times::house).only(fields);
    }
}
