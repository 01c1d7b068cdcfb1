package org.recourse.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** What was said between the customer and whoever talks to them. */
public sealed interface TalkHappening extends Happening {

    record Proposed(
            Words solution,
            List<MoneyHappening.Amount> money,
            @Nullable Instant dueBy) implements TalkHappening {
        @Override
        public Saying said() {
            if (money.isEmpty()) {
                return dueBy == null ? solution.said() : Sentence.of("event.proposed.by", solution.said(), dueBy);
            }
            return dueBy == null
                    ? Sentence.of("event.proposed.money", solution.said(), MoneyHappening.Amount.said(money))
                    : Sentence.of("event.proposed.money-by", solution.said(), MoneyHappening.Amount.said(money), dueBy);
        }
    }

    /** The customer's answer to an offer. */
    record Answered(String answer, @Nullable Words reason) implements TalkHappening {
        @Override
        public String code() {
            return answer;
        }

        @Override
        public Saying said() {
            return Words.because(Sentence.of("explain.answer." + answer), reason);
        }
    }

    /** The customer said whether the restatement is right. */
    record Restated(boolean right) implements TalkHappening {
        @Override
        public Saying said() {
            return Sentence.of(right ? "event.restated.rightly" : "event.restated.wrongly");
        }
    }

    /** Abusive language was warned of. */
    record Warned(int number) implements TalkHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.warned", number);
        }
    }

    record PauseOffered(boolean taken) implements TalkHappening {
        @Override
        public Saying said() {
            return Sentence.of(taken ? "event.pause-offered.taken" : "event.pause-offered");
        }
    }
}
