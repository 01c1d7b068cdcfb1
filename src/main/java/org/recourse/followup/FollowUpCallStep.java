package org.recourse.followup;

import static org.recourse.form.SteeringVariable.Lasting.FOLLOW_UP_DUE;
import static org.recourse.form.SteeringVariable.SETTLED;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Who settled the case calls and asks whether it is settled. */
@Component
class FollowUpCallStep implements FormStep {

    private final Cases cases;
    private final FollowUpAnswers followUpAnswers;
    private final Speech speech;
    private final CurrentUser user;

    FollowUpCallStep(Cases cases, FollowUpAnswers followUpAnswers, Speech speech, CurrentUser user) {
        this.cases = cases;
        this.followUpAnswers = followUpAnswers;
        this.speech = speech;
        this.user = user;
    }

    @Override
    public String form() {
        return "follow-up-call";
    }

    @Override
    public Holder holder(Step step) {
        EscalationCase settled = cases.get(step.caseNumber());
        return Holder.of(
                settled.person(CaseField.SETTLED_BY),
                Roles.inTeam(settled.team(), Roles.SUPERVISOR),
                settled.number(CaseField.PRIORITY),
                step.instant(FOLLOW_UP_DUE));
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        followUpAnswers
                .unhappyAnswer(step.caseNumber())
                .ifPresent(rated -> data.put("hint", hint(rated.rating(), rated.comment())));
        return data;
    }

    private String hint(@Nullable Integer rating, @Nullable String comment) {
        int stars = Objects.requireNonNullElse(rating, 0);
        return comment == null || comment.isBlank()
                ? speech.say("followup.unhappy", stars)
                : speech.say("followup.unhappy-because", stars, comment);
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        Settled settled = answers.requiredChoice("settled", Settled.class);
        Integer rating = answers.number("rating", 1, 5);
        answers.instant("dueBy");
        followUpAnswers.answer(
                step, settled, rating, answers.text("comment"), user.id().value());
        return Steering.none().with(SETTLED, settled.value());
    }
}
