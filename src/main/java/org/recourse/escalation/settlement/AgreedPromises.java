package org.recourse.escalation.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.recourse.compensation.CompensationKind;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposal;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.text.Saying;
import org.recourse.text.Written;
import org.springframework.stereotype.Component;

/**
 * Makes a promise of each "by when" of an agreement (R6): what is done is one, money that is paid back is another
 * (docs/decisions/promises.md). Whichever it is, the words of the agreement stand in one of them.
 */
@Component
class AgreedPromises {

    private static final Pattern MONEY = Pattern.compile(
            "\\d[.,]\\d\\d|refund|credit|voucher|goodwill|money|erstatt|gutsch|kulanz|charge|amount|payment|paid|pay ");
    private static final Pattern CLAUSES = Pattern.compile("[,;.:\\n](?!\\d)|\\band\\b|\\bplus\\b|\\bund\\b");
    private static final Pattern DEED = Pattern.compile("\\p{L}{5,}");

    private final Promises promises;

    AgreedPromises(Promises promises) {
        this.promises = promises;
    }

    List<Promise> make(Step step, EscalationCase settled, Proposal agreed) {
        Made made = new Made(step, settled, agreed);
        boolean refund =
                agreed.compensation().lines().stream().anyMatch(line -> line.kind() == CompensationKind.REFUND);
        if (settled.has(CaseField.FINAL_ANSWER)) {
            made.ofFinalPosition(refund);
        } else if (!refund) {
            made.solution();
        } else if (isAboutTheMoney(agreed.solution())) {
            made.refund(new Written(agreed.solution()), made.due(PromiseKind.REFUND));
        } else {
            made.solution();
            made.refundLater();
        }
        return made.promises;
    }

    /** Whether every part of the sentence that says something names money. */
    private static boolean isAboutTheMoney(String solution) {
        return CLAUSES.splitAsStream(solution.toLowerCase(Locale.ROOT))
                .allMatch(clause ->
                        MONEY.matcher(clause).find() || !DEED.matcher(clause).find());
    }

    private final class Made {

        private final Step step;
        private final EscalationCase settled;
        private final Proposal agreed;
        private final List<Promise> promises = new ArrayList<>();

        private Made(Step step, EscalationCase settled, Proposal agreed) {
            this.step = step;
            this.settled = settled;
            this.agreed = agreed;
        }

        /** A position owes what it dates and the money it grants; a mere no owes nothing. */
        private void ofFinalPosition(boolean refund) {
            if (agreed.dueBy() != null) {
                solution();
            }
            if (refund) {
                refundLater();
            }
        }

        private Instant due(PromiseKind kind) {
            Instant agreedDue = agreed.dueBy();
            return agreedDue == null ? usual(kind) : agreedDue;
        }

        private Instant usual(PromiseKind kind) {
            return AgreedPromises.this.promises.usuallyDue(settled.team(), kind);
        }

        private void solution() {
            add(PromiseKind.SOLUTION, new Written(agreed.solution()), due(PromiseKind.SOLUTION));
        }

        /** Beside something else that has a date the money takes its usual time, or as long as that. */
        private void refundLater() {
            Instant usual = usual(PromiseKind.REFUND);
            Instant dated = agreed.dueBy();
            refund(agreed.compensation().said(), dated != null && dated.isAfter(usual) ? dated : usual);
        }

        private void refund(Saying what, Instant due) {
            add(PromiseKind.REFUND, what, due);
        }

        private void add(PromiseKind kind, Saying what, Instant due) {
            String owner = settled.textOr(CaseField.SETTLED_BY, PersonId.SYSTEM.value());
            promises.add(AgreedPromises.this.promises.make(step, settled.team(), kind, what, owner, due));
        }
    }
}
