package org.recourse.callback;

import static org.recourse.form.SteeringVariable.CALL_OUTCOME;
import static org.recourse.form.SteeringVariable.NUMBER_KNOWN;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.RefusedInput;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** The owner calls the customer and says what came of it. */
@Component
class CallBackStep implements FormStep {

    private static final int PRIORITY = 75;

    private final Callbacks callbacks;
    private final CallbackAttempts attempts;
    private final People people;
    private final CurrentUser user;
    private final Speech speech;

    CallBackStep(Callbacks callbacks, CallbackAttempts attempts, People people, CurrentUser user, Speech speech) {
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.people = people;
        this.user = user;
        this.speech = speech;
    }

    @Override
    public String form() {
        return "call-back";
    }

    @Override
    public Holder holder(Step step) {
        Callback callback = callbacks.current(step.caseNumber());
        return people.exists(PersonId.of(callback.owner()))
                ? Holder.person(PersonId.of(callback.owner()), PRIORITY, callback.windowTo())
                : Holder.group(callback.owner(), PRIORITY, callback.windowTo());
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Callback callback = callbacks.current(step.caseNumber());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("callbackNumber", callback.number());
        data.put("callGuide", speech.say("callback.guide"));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        CallOutcome outcome = answers.requiredChoice("callOutcome", CallOutcome.class);
        CallbackWish wish = callbacks.wish(answers);
        Callback callback = callbacks.current(step.caseNumber());
        if (outcome == CallOutcome.RESCHEDULED && wish.from() == null) {
            throw new RefusedInput("callbackFrom", Sentence.of("callback.new-time-missing"));
        }
        boolean numberKnown = wish.number() != null && !wish.number().equals(callback.number());
        CallbackWish known = numberKnown || outcome != CallOutcome.WRONG_NUMBER
                ? wish
                : new CallbackWish(wish.from(), wish.to(), null);
        attempts.attempted(step, outcome, user.id(), answers.text("comment"), known);
        return Steering.none().with(CALL_OUTCOME, outcome.value()).with(NUMBER_KNOWN, numberKnown);
    }
}
