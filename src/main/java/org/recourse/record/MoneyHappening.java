package org.recourse.record;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.recourse.text.Money;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** Money: asked for, decided about and granted. */
public sealed interface MoneyHappening extends Happening {

    /** One amount of an offer, a request or a grant. */
    record Amount(String kind, BigDecimal amount, String currency) {
        Saying said() {
            return Sentence.of("event.amount", Sentence.of("explain.money." + kind), new Money(amount, currency));
        }

        static Saying said(List<Amount> money) {
            return Sentence.of("event.money", money.stream().map(Amount::said).toList());
        }
    }

    /** @param covered whether the budget has enough left for it */
    record ApprovalAsked(PersonId by, List<Amount> money, String purpose, boolean covered) implements MoneyHappening {
        @Override
        public Saying said() {
            return Sentence.of(
                    covered ? "event.approval-asked" : "event.approval-asked.uncovered",
                    new Person(by),
                    Amount.said(money),
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
            PersonId by,
            @Nullable PersonId standingInFor,
            List<Amount> money,
            @Nullable Words reason) implements MoneyHappening {
        @Override
        public String code() {
            return decision;
        }

        @Override
        public Saying said() {
            Object who = standingInFor == null
                    ? new Person(by)
                    : Sentence.of("explain.for", new Person(by), new Person(standingInFor));
            return Words.because(
                    Sentence.of(
                            "event.approval-decided",
                            Sentence.of("event.approval-decided." + decision),
                            who,
                            Amount.said(money)),
                    reason);
        }
    }

    /** The table decided about money alone. */
    record ApprovalRuled(boolean approved, Saying reason) implements MoneyHappening {
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
    record Granted(Amount money, String state, @Nullable String reference) implements MoneyHappening {
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
}
