package org.recourse.escalation.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/**
 * One escalation. It changes by named transitions only; each refuses, naming {@code caseNumber}, what is illegal where the
 * case stands. Nothing is written before {@link Cases#save}: a step that is refused half-way leaves no trace.
 */
public final class EscalationCase extends CaseRecord {

    private static final int HIGHEST_LEVEL = 3;
    private static final int HIGHEST_URGENCY = 100;

    /** What people write down of a case while they work it; it may be written anew whenever there is more to say. */
    private static final Set<CaseField> NOTES = EnumSet.of(
            CaseField.TITLE,
            CaseField.STORY,
            CaseField.FACTS,
            CaseField.EFFECT,
            CaseField.DESIRED_OUTCOME,
            CaseField.PRODUCT,
            CaseField.RESTATEMENT,
            CaseField.CORRECTION,
            CaseField.AGENT_VIEW,
            CaseField.REFUSAL_EXPLAINED,
            CaseField.NOT_TRIED_REASON,
            CaseField.NO_ATTEMPT_REASON,
            CaseField.PROBLEM_GOAL,
            CaseField.PEOPLE_GOAL,
            CaseField.CAUSE_EVIDENCE,
            CaseField.COMMENT);

    /** An empty answer never takes these away. */
    private static final Set<CaseField> KEPT = EnumSet.of(CaseField.TITLE, CaseField.STORY);

    EscalationCase(
            CaseNumber number,
            int version,
            ZoneId zone,
            Channel channel,
            String openedBy,
            Instant openedAt,
            Map<CaseField, @Nullable Object> stored) {
        super(number, version, zone, channel, openedBy, openedAt, stored);
    }

    /** The same case without what was changed and not saved. */
    EscalationCase asStored() {
        return new EscalationCase(number(), version(), zone(), channel(), openedBy(), openedAt(), stored());
    }

    /** The case as it is once the changes are written. */
    EscalationCase asSaved() {
        return new EscalationCase(number(), version() + 1, zone(), channel(), openedBy(), openedAt(), written());
    }

    // Opening

    /** Nobody called: the case was written elsewhere, and came in then. */
    public EscalationCase importedFrom(String source, @Nullable Instant receivedAt) {
        set(CaseField.SOURCE, source);
        set(CaseField.RECEIVED_ON, receivedAt);
        return this;
    }

    /** The agent has the customer on the line, or took the case up. */
    public EscalationCase answeredBy(PersonId agent) {
        demandGoingOn();
        set(CaseField.AGENT, agent);
        return this;
    }

    /** The contact belongs to the older case from now on, for good. */
    public EscalationCase joins(EscalationCase older) {
        demandOpen();
        older.demandGoingOn();
        set(CaseField.STATE, CaseState.JOINED);
        set(CaseField.JOINED_TO, older.number().value());
        return this;
    }

    /**
     * The customer came back about an open case.
     *
     * @param by points by which it is more urgent and more to the front for it
     */
    public EscalationCase chased(int by) {
        demandGoingOn();
        set(CaseField.URGENCY, Math.min(number(CaseField.URGENCY) + by, HIGHEST_URGENCY));
        set(CaseField.PRIORITY, Math.min(number(CaseField.PRIORITY) + by, HIGHEST_URGENCY));
        return this;
    }

    /** It is another customer's matter, also when that shows after the end; a joined contact is moved with its case. */
    public EscalationCase movesTo(String customerNumber) {
        if (is(CaseField.STATE, CaseState.JOINED)) {
            throw refused(Sentence.of("case.contact-moved", textOr(CaseField.JOINED_TO, "")));
        }
        set(CaseField.CUSTOMER_NUMBER, customerNumber);
        return this;
    }

    /** @param level at which the table wants it heard */
    public EscalationCase repeats(EscalationCase settled, int level, Saying reason) {
        demandOpen();
        set(CaseField.REPEAT_OF, settled.number().value());
        set(CaseField.REPEAT_LEVEL, level);
        set(CaseField.REPEAT_REASON, reason);
        return this;
    }

    // What is learned

    /**
     * What somebody wrote down: absent (null) means unchanged, an empty text clears, but never story and title.
     *
     * @throws IllegalArgumentException for a field that is no note
     */
    public EscalationCase noted(CaseField note, @Nullable String words) {
        if (!NOTES.contains(note)) {
            throw new IllegalArgumentException(note + " is no note");
        }
        if (words != null && !(words.isEmpty() && KEPT.contains(note))) {
            set(note, words);
        }
        return this;
    }

    /** Signals add up. */
    public EscalationCase noticed(Collection<Signal> signals) {
        Set<Signal> all = new LinkedHashSet<>(signals());
        all.addAll(signals);
        set(CaseField.SIGNALS, all.stream().map(Signal::value).collect(Collectors.joining(",")));
        return this;
    }

    /**
     * The mood is the latest; the first one stays known.
     *
     * @param mood 1 calm to 5 furious, null for unchanged
     */
    public EscalationCase inMood(@Nullable Integer mood) {
        if (mood != null && !has(CaseField.MOOD_START)) {
            set(CaseField.MOOD_START, mood);
        }
        return nowInMood(mood);
    }

    /** The mood of a later call, or after it, says nothing of the beginning. */
    public EscalationCase nowInMood(@Nullable Integer mood) {
        if (mood != null) {
            set(CaseField.MOOD_NOW, mood);
        }
        return this;
    }

    public EscalationCase confirmed() {
        set(CaseField.CORRECTION, null);
        return this;
    }

    public EscalationCase repliedTo(ReplyBy way) {
        set(CaseField.REPLY_BY, way);
        return this;
    }

    public EscalationCase assessed(int urgency, int priority, int angles, Saying sentence, Saying reason) {
        set(CaseField.URGENCY, urgency);
        set(CaseField.PRIORITY, priority);
        set(CaseField.ANGLES, angles);
        set(CaseField.SENTENCE, sentence);
        set(CaseField.URGENCY_REASON, reason);
        return this;
    }

    /** Absent (null) means unchanged; what was said before stays in the history. */
    public EscalationCase classified(@Nullable RootCause cause, @Nullable Finding finding, @Nullable String evidence) {
        if (cause != null) {
            set(CaseField.CAUSE, cause);
        }
        if (finding != null) {
            set(CaseField.FINDING, finding);
        }
        return noted(CaseField.CAUSE_EVIDENCE, evidence);
    }

    /** How the goals of a call at a higher level came out; absent (null) means unchanged. */
    public EscalationCase reviewed(
            @Nullable Boolean problemMet, @Nullable Boolean peopleMet, @Nullable Boolean askedAgain) {
        if (problemMet != null) {
            set(CaseField.PROBLEM_GOAL_MET, problemMet);
        }
        if (peopleMet != null) {
            set(CaseField.PEOPLE_GOAL_MET, peopleMet);
        }
        if (askedAgain != null) {
            set(CaseField.ASKED_AGAIN, askedAgain);
        }
        return this;
    }

    // Between people

    /** One level higher, but not above managers. */
    public EscalationCase handsOver(HandOverTrigger trigger, Connection way, PersonId by, Instant at) {
        demandGoingOn();
        set(CaseField.HAND_OVER_TRIGGER, trigger);
        set(CaseField.CONNECTION, way);
        set(CaseField.HANDED_OVER_BY, by);
        set(CaseField.HANDED_OVER_AT, at);
        set(CaseField.LEVEL_WANTED, oneHigher());
        return this;
    }

    /** A repeat is heard where the table wants it. */
    public EscalationCase heardWhereTheTableWants() {
        set(CaseField.LEVEL_WANTED, number(CaseField.REPEAT_LEVEL));
        return this;
    }

    /** Nobody took the hand-over while the customer held the line. */
    public EscalationCase calledBackInstead() {
        demandGoingOn();
        set(CaseField.CONNECTION, Connection.CALL_BACK);
        return this;
    }

    /**
     * @param team null for the case's own
     * @param unrouted whether no row of the table was meant for it
     */
    public EscalationCase routed(
            int level, String competence, @Nullable Team team, Saying reason, boolean unrouted, Instant reviewDue) {
        demandGoingOn();
        set(CaseField.LEVEL_WANTED, level);
        set(CaseField.COMPETENCE, competence);
        set(CaseField.ROUTE_TEAM, team);
        set(CaseField.ROUTE_REASON, reason);
        set(CaseField.UNROUTED, unrouted ? true : null);
        set(CaseField.REVIEW_DUE, reviewDue);
        return this;
    }

    /** The people of the level have it now, and nobody of them yet. Never with the first line. */
    public EscalationCase handedOver() {
        demandGoingOn();
        set(CaseField.LEVEL, Math.max(number(CaseField.LEVEL_WANTED), 2));
        set(CaseField.STATE, CaseState.OPEN);
        set(CaseField.OWNER, null);
        return this;
    }

    /** Who holds the case at its level: the agent, or above the first line its owner; null for nobody. */
    public @Nullable PersonId holder() {
        return person(holding());
    }

    /** @param person null gives it back to the people of the level */
    public EscalationCase heldBy(@Nullable PersonId person) {
        demandGoingOn();
        set(holding(), person);
        return this;
    }

    /** Whoever works a step above the first line owns the case. */
    public EscalationCase ownedBy(@Nullable PersonId person) {
        demandGoingOn();
        set(CaseField.OWNER, person);
        return this;
    }

    /** Back in the first line with an advice. One who could not continue is spared. */
    public EscalationCase advised(String advice, PersonId by) {
        demandOpen();
        if (is(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.CANNOT_CONTINUE)) {
            set(CaseField.AGENT, null);
        }
        set(CaseField.ADVICE, advice);
        set(CaseField.ADVICE_BY, by);
        set(CaseField.LEVEL, 1);
        set(CaseField.OWNER, null);
        set(CaseField.REVIEW_DUE, null);
        return this;
    }

    /** The agent takes the hand-over back before anybody has taken it. */
    public EscalationCase handOverTakenBack() {
        demandOpen();
        set(CaseField.LEVEL, 1);
        set(CaseField.LEVEL_WANTED, 1);
        set(CaseField.HAND_OVER_TRIGGER, null);
        set(CaseField.CONNECTION, null);
        set(CaseField.REVIEW_DUE, null);
        return this;
    }

    // The end

    /** How it will end, once it is settled. */
    public EscalationCase comesOut(Settlement outcome) {
        demandGoingOn();
        set(CaseField.OUTCOME, outcome);
        return this;
    }

    /** An answer was taken back: how it ends is open again. */
    public EscalationCase outcomeTakenBack() {
        demandOpen();
        set(CaseField.OUTCOME, null);
        return this;
    }

    /** The last word of the house. */
    public EscalationCase finallyAnswered(String position, boolean accepted, @Nullable Finding finding) {
        comesOut(accepted ? Settlement.FINAL_ACCEPTED : Settlement.FINAL_REFUSED);
        set(CaseField.FINAL_ANSWER, position);
        set(CaseField.FINAL_ANSWER_ACCEPTED, accepted);
        return classified(null, finding, null);
    }

    /** Once; a reopened case may be settled again. */
    public EscalationCase settled(PersonId by, Instant at) {
        demandOpen();
        set(CaseField.STATE, CaseState.SETTLED);
        set(CaseField.SETTLED_BY, by);
        set(CaseField.SETTLED_AT, at);
        return this;
    }

    public EscalationCase checkInPlanned() {
        set(CaseField.CHECK_INS, number(CaseField.CHECK_INS) + 1);
        return this;
    }

    /** One that nobody settled ends because the customer could not be reached. */
    public EscalationCase closed(Instant at) {
        demandGoingOn();
        if (!has(CaseField.OUTCOME)) {
            set(CaseField.OUTCOME, Settlement.UNREACHABLE);
        }
        return ended(CaseState.CLOSED, at);
    }

    public EscalationCase withdrawn(Instant at) {
        demandGoingOn();
        set(CaseField.OUTCOME, Settlement.WITHDRAWN);
        return ended(CaseState.WITHDRAWN, at);
    }

    /**
     * What was settled, or ended, goes on.
     *
     * @param level 2 supervisor or 3 manager; null for one higher than it was
     */
    public EscalationCase reopened(@Nullable Integer level) {
        if (is(CaseField.STATE, CaseState.OPEN)) {
            throw refused(Sentence.of("settlement.is-open", number()));
        }
        demandNotJoined();
        set(CaseField.STATE, CaseState.OPEN);
        set(CaseField.CLOSED_AT, null);
        return again(level == null ? oneHigher() : level);
    }

    /** The customer says that it is not settled: the hand-over that follows opens it. */
    public EscalationCase foundUnsettled() {
        if (!is(CaseField.STATE, CaseState.SETTLED)) {
            throw refused(Sentence.of("case.not-settled", number()));
        }
        set(CaseField.CHECK_INS, 0);
        return again(oneHigher());
    }

    private EscalationCase again(int level) {
        set(CaseField.REOPENED, number(CaseField.REOPENED) + 1);
        set(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.REOPENED);
        set(CaseField.CONNECTION, Connection.CALL_BACK);
        set(CaseField.LEVEL_WANTED, level);
        set(CaseField.OUTCOME, null);
        set(CaseField.FINAL_ANSWER, null);
        set(CaseField.FINAL_ANSWER_ACCEPTED, null);
        return this;
    }

    private EscalationCase ended(CaseState state, Instant at) {
        set(CaseField.STATE, state);
        set(CaseField.CLOSED_AT, at);
        return this;
    }

    private int oneHigher() {
        return Math.min(level() + 1, HIGHEST_LEVEL);
    }

    private CaseField holding() {
        return level() == 1 ? CaseField.AGENT : CaseField.OWNER;
    }

    private void demandOpen() {
        demandGoingOn();
        if (!is(CaseField.STATE, CaseState.OPEN)) {
            throw refused(Sentence.of("case.settled-already", number()));
        }
    }

    private void demandGoingOn() {
        demandNotJoined();
        if (!isOpen()) {
            throw refused(Sentence.of("settlement.ended-already", number()));
        }
    }

    private void demandNotJoined() {
        if (is(CaseField.STATE, CaseState.JOINED)) {
            throw refused(Sentence.of("settlement.joined", textOr(CaseField.JOINED_TO, "")));
        }
    }

    private static RefusedInput refused(Sentence why) {
        return new RefusedInput("caseNumber", why);
    }
}
