package org.recourse.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Outcome;
import org.recourse.text.Money;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;

/**
 * What happened in a case: one record for each {@link EventKind}. Its components are codes of the contract, numbers, instants
 * and ids; whatever a person said or is called is {@link Words}.
 */
public sealed interface Happening {

    /** What it concerns, where figures ask for it in SQL: the changed field. Never words. */
    default @Nullable String subject() {
        return null;
    }

    /** The code it came to, where figures ask for it in SQL. Never words. */
    default @Nullable String code() {
        return null;
    }

    /** As a person is told it who sees beside it when it was, who did it and what kind of thing it is. */
    Saying said();

    private static Saying because(Saying said, @Nullable Words reason) {
        return reason == null ? said : Sentence.of("event.because", said, reason.said());
    }

    private static Saying ofMoney(List<Amount> money) {
        return Sentence.of("event.money", money.stream().map(Amount::said).toList());
    }

    /** One amount of an offer, a request or a grant. */
    record Amount(String kind, BigDecimal amount, String currency) {
        Saying said() {
            return Sentence.of("event.amount", Sentence.of("explain.money." + kind), new Money(amount, currency));
        }
    }

    record Opened(String channel, Words title) implements Happening {
        @Override
        public Saying said() {
            return title.said();
        }
    }

    /**
     * A field of the case with a code, a number, an instant, an id or a sentence of ours.
     *
     * @param field its name in the case
     */
    record Changed(
            String field, @Nullable String before, @Nullable String after) implements Happening {

        /** Nobody joins by a longer one, as a list of signals or a sentence is. */
        private static final int LONGEST_CODE = 200;

        @Override
        public String subject() {
            return field;
        }

        @Override
        public @Nullable String code() {
            return after == null || after.length() > LONGEST_CODE ? null : after;
        }

        @Override
        public Saying said() {
            return after == null ? Sentence.of("event.emptied") : new Written(after);
        }
    }

    /** A field of the case that people fill with their words. */
    record Reworded(
            String field, @Nullable Words before, @Nullable Words after) implements Happening {
        @Override
        public String subject() {
            return field;
        }

        @Override
        public Saying said() {
            return after == null ? Sentence.of("event.emptied") : after.said();
        }
    }

    /** A field of the case that a table or the server fills with a sentence. */
    record Reasoned(
            String field, @Nullable Saying before, @Nullable Saying after) implements Happening {
        @Override
        public String subject() {
            return field;
        }

        @Override
        public Saying said() {
            return after == null ? Sentence.of("event.emptied") : after;
        }
    }

    /**
     * A table decided.
     *
     * @param table id of the decision
     * @param version of it, as the engine counts them
     * @param inputs all that the table was told
     * @param outputs all that its row says
     */
    record Ruled(
            String table,
            int version,
            Map<String, @Nullable Object> inputs,
            Map<String, @Nullable Object> outputs,
            Saying reason)
            implements Happening {

        public static Ruled of(Outcome outcome) {
            return new Ruled(
                    outcome.table(), outcome.edition(), outcome.inputs(), outcome.outputs(), outcome.said("reason"));
        }

        @Override
        public String subject() {
            return table;
        }

        @Override
        public Saying said() {
            String place = table + ":" + version;
            return switch (table) {
                case "AssessUrgency" -> Sentence.of("event.ruled.urgency", place, reason, output("urgency"));
                case "RouteEscalation" -> route(place);
                case "RouteRepeat" -> Sentence.of("event.ruled.level", place, reason, output("level"));
                case "PlanFollowUp" ->
                    Sentence.of("event.ruled.follow-up", place, reason, output("checkInBy"), output("businessDays"));
                case "CompensationAuthority" ->
                    Sentence.of(
                            "event.ruled.approver",
                            place,
                            reason,
                            Sentence.of("explain.approver." + output("approver")));
                default -> Sentence.of("event.because", place, reason);
            };
        }

        private Saying route(String place) {
            String team = output("team");
            return team.isBlank()
                    ? Sentence.of("event.ruled.level", place, reason, output("level"))
                    : Sentence.of("event.ruled.route", place, reason, output("level"), new Person(team));
        }

        private String output(String name) {
            Object value = outputs.get(name);
            return value == null ? "" : value.toString();
        }
    }

    record Proposed(
            Words solution, List<Amount> money, @Nullable Instant dueBy) implements Happening {
        @Override
        public Saying said() {
            if (money.isEmpty()) {
                return dueBy == null ? solution.said() : Sentence.of("event.proposed.by", solution.said(), dueBy);
            }
            return dueBy == null
                    ? Sentence.of("event.proposed.money", solution.said(), ofMoney(money))
                    : Sentence.of("event.proposed.money-by", solution.said(), ofMoney(money), dueBy);
        }
    }

    /** The customer's answer to an offer. */
    record Answered(String answer, @Nullable Words reason) implements Happening {
        @Override
        public String code() {
            return answer;
        }

        @Override
        public Saying said() {
            return because(Sentence.of("explain.answer." + answer), reason);
        }
    }

    /** The customer said whether the restatement is right. */
    record Restated(boolean right) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of(right ? "event.restated.rightly" : "event.restated.wrongly");
        }
    }

    record HandedOver(int level, String group, @Nullable String trigger) implements Happening {
        @Override
        public Saying said() {
            Saying where = where();
            return trigger == null
                    ? where
                    : Sentence.of("event.handed-over.because", where, Sentence.of("explain.trigger." + trigger));
        }

        /** {@code to level 2, Supervisors of team north}. */
        public Saying where() {
            return Sentence.of("event.handed-over", level, new Person(group));
        }
    }

    /** Who reviewed a hand-over took it: {@code take-over} or {@code call-back}. */
    record TakenOver(String decision) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.taken-over." + decision);
        }
    }

    /** A colleague took the whole case over. */
    record CaseTakenOver(String from, Words reason) implements Happening {
        @Override
        public Saying said() {
            return because(Sentence.of("event.case-taken-over", new Person(from)), reason);
        }
    }

    /**
     * A step went from one person to another, or back to those who are offered it.
     *
     * @param to null when it was given back
     * @param taken whether the new holder took it, and was not given it
     */
    record ChangedHands(String from, @Nullable String to, boolean taken) implements Happening {
        @Override
        public Saying said() {
            Person holder = new Person(from);
            return to == null
                    ? Sentence.of("event.changed-hands.back", holder)
                    : taken
                            ? Sentence.of("event.changed-hands.taken", holder)
                            : Sentence.of("event.changed-hands.given", holder, new Person(to));
        }
    }

    record Advised(Words advice) implements Happening {
        @Override
        public Saying said() {
            return advice.said();
        }
    }

    /** The customer came back about an open case. */
    record Joined(@Nullable Words words) implements Happening {
        @Override
        public Saying said() {
            return words == null ? Sentence.of("event.joined.without-words") : words.said();
        }
    }

    record QuestionAsked(String of, Words question) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.because", new Person(of), question.said());
        }
    }

    record QuestionAnswered(Words answer) implements Happening {
        @Override
        public Saying said() {
            return answer.said();
        }
    }

    record CallbackBooked(Instant from, Instant to, String owner) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.callback-booked", from, to, new Person(owner));
        }
    }

    record CallbackGiven(String from, String to) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.callback-given", new Person(from), new Person(to));
        }
    }

    /** On their own page the customer asked to be called at another time, or not at all. */
    record CallbackChangeAsked(boolean cancel) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of(cancel ? "event.callback-change-asked.cancel" : "event.callback-change-asked.move");
        }
    }

    record CallAttempted(int number, String outcome) implements Happening {
        @Override
        public String code() {
            return outcome;
        }

        @Override
        public Saying said() {
            return Sentence.of("event.call-attempted", number, Sentence.of("event.call-attempted." + outcome));
        }
    }

    record Promised(Words what, Instant dueBy, String owner) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.promised", what.sentence(), dueBy, new Person(owner));
        }
    }

    record PromiseChanged(
            Words what, String state, @Nullable Words reason) implements Happening {
        @Override
        public String code() {
            return state;
        }

        @Override
        public Saying said() {
            Saying became = Sentence.of("event.promise-changed." + state);
            return reason == null
                    ? Sentence.of("event.because", what.sentence(), became)
                    : Sentence.of("event.promise-changed", what.sentence(), became, reason.sentence());
        }
    }

    /** @param covered whether the budget has enough left for it */
    record ApprovalAsked(String by, List<Amount> money, String purpose, boolean covered) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of(
                    covered ? "event.approval-asked" : "event.approval-asked.uncovered",
                    new Person(by),
                    ofMoney(money),
                    Sentence.of("explain.purpose." + purpose));
        }
    }

    /**
     * A person decided about money.
     *
     * @param standingInFor whose authority was used, when it was not their own
     */
    record ApprovalDecided(
            String decision,
            String by,
            @Nullable String standingInFor,
            List<Amount> money,
            @Nullable Words reason) implements Happening {
        @Override
        public String code() {
            return decision;
        }

        @Override
        public Saying said() {
            Object who = standingInFor == null
                    ? new Person(by)
                    : Sentence.of("explain.for", new Person(by), new Person(standingInFor));
            return because(
                    Sentence.of(
                            "event.approval-decided",
                            Sentence.of("event.approval-decided." + decision),
                            who,
                            ofMoney(money)),
                    reason);
        }
    }

    /** The table decided about money alone. */
    record ApprovalRuled(boolean approved, Saying reason) implements Happening {
        @Override
        public String code() {
            return approved ? "approve" : "reject";
        }

        @Override
        public Saying said() {
            return reason;
        }
    }

    /**
     * @param state {@code to-pay} or {@code paid}
     * @param reference of the payment, once it is paid
     */
    record Granted(Amount money, String state, @Nullable String reference) implements Happening {
        @Override
        public String code() {
            return state;
        }

        @Override
        public Saying said() {
            return reference == null
                    ? Sentence.of("event.granted." + state, money.said())
                    : Sentence.of("event.granted.reference", money.said(), reference);
        }
    }

    /**
     * Somebody in the house was told.
     *
     * @param notice its kind
     * @param sentence a stored saying: it may carry words of people
     */
    record Told(String recipient, String notice, Words sentence) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.because", new Person(recipient), sentence.sentence());
        }
    }

    record Settled(String outcome) implements Happening {
        @Override
        public String code() {
            return outcome;
        }

        @Override
        public Saying said() {
            return Sentence.of("explain.outcome." + outcome);
        }
    }

    /** @param by mail, text or call */
    record CheckInSent(String by) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.check-in-sent." + by);
        }
    }

    record CheckInUnanswered() implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.check-in-unanswered");
        }
    }

    record CheckInAnswered(
            String settled,
            @Nullable Integer rating,
            @Nullable Words comment) implements Happening {
        @Override
        public String code() {
            return settled;
        }

        @Override
        public Saying said() {
            Saying answer = Sentence.of("explain.settled." + settled);
            return because(rating == null ? answer : Sentence.of("event.check-in-answered", answer, rating), comment);
        }
    }

    record CourtesyCallPlanned(int rating) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.courtesy-call-planned", rating);
        }
    }

    record Reopened(@Nullable Words reason) implements Happening {
        @Override
        public Saying said() {
            return reason == null ? Sentence.of("event.without-reason") : reason.said();
        }
    }

    /**
     * @param outcome as the process closed it; null when a supervisor wants it closed
     * @param reason of the supervisor
     */
    record Closed(@Nullable String outcome, @Nullable Words reason) implements Happening {
        @Override
        public @Nullable String code() {
            return outcome;
        }

        @Override
        public Saying said() {
            return outcome != null
                    ? Sentence.of("explain.outcome." + outcome)
                    : reason == null ? Sentence.of("event.without-reason") : reason.said();
        }
    }

    record Withdrawn(@Nullable Words reason) implements Happening {
        @Override
        public Saying said() {
            return reason == null ? Sentence.of("event.without-reason") : reason.said();
        }
    }

    /** @param fields of the case */
    record LeftBlank(List<String> fields) implements Happening {
        @Override
        public Saying said() {
            return fields.isEmpty()
                    ? Sentence.of("event.left-blank.none")
                    : Sentence.of(
                            "event.left-blank",
                            fields.stream()
                                    .map(field -> Sentence.of("event.left-blank." + field))
                                    .toList());
        }
    }

    /** The case went from one customer to another. */
    record Moved(Words from, Words to, @Nullable Words reason) implements Happening {
        @Override
        public Saying said() {
            return because(Sentence.of("event.moved", from.said(), to.said()), reason);
        }
    }

    /**
     * An answer was taken back: the case goes on at an earlier step.
     *
     * @param from id of an element
     * @param to id of an element
     */
    record Corrected(String from, String to, @Nullable Words reason) implements Happening {
        @Override
        public Saying said() {
            return because(
                    Sentence.of("event.corrected", Sentence.of("event.step." + from), Sentence.of("event.step." + to)),
                    reason);
        }
    }

    record Attached(Words name, String type) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.attached", name.said(), type);
        }
    }

    record Read() implements Happening {
        @Override
        public Saying said() {
            return new Written("");
        }
    }

    /** Abusive language was warned of. */
    record Warned(int number) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.warned", number);
        }
    }

    record PauseOffered(boolean taken) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of(taken ? "event.pause-offered.taken" : "event.pause-offered");
        }
    }

    /**
     * Somebody tried what they may not.
     *
     * @param sentence a stored saying: it may carry words of people
     */
    record Refused(Words sentence) implements Happening {
        @Override
        public Saying said() {
            return sentence.sentence();
        }
    }

    record ClocksPaused(Instant until, Words reason) implements Happening {
        @Override
        public Saying said() {
            return because(Sentence.of("event.clocks-paused", until), reason);
        }
    }

    record ClocksResumed(Words reason) implements Happening {
        @Override
        public Saying said() {
            return because(Sentence.of("event.clocks-resumed"), reason);
        }
    }

    record ClockExtended(int clock, Words reason) implements Happening {
        @Override
        public Saying said() {
            return because(Sentence.of("event.clock-extended", clock), reason);
        }
    }

    /**
     * A supervisor decided who has a case whose time is over.
     *
     * @param to null when it stays where it is
     */
    record Reassigned(
            String from, @Nullable String to, @Nullable Words comment) implements Happening {
        @Override
        public Saying said() {
            return because(
                    to == null
                            ? Sentence.of("event.reassigned.stays", new Person(from))
                            : Sentence.of("event.reassigned", new Person(from), new Person(to)),
                    comment);
        }
    }

    /**
     * An operator decided about a message that nobody knows to have arrived.
     *
     * @param decision {@code sent-again} or {@code arrived}
     */
    record MessageDecided(long message, String kind, String before, String decision) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of(
                    "event.message-decided",
                    String.valueOf(message),
                    kind,
                    before,
                    Sentence.of("event.message-decided." + decision));
        }
    }

    /** A line that this release cannot read; it is shown as such and stops nobody. */
    record Unreadable(String kind) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.unreadable");
        }
    }
}
