package org.recourse.compensation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Background.SimilarCase;
import org.recourse.compensation.ledger.Budget;
import org.recourse.compensation.ledger.Budgets;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.compensation.ledger.MoneyProperties;
import org.recourse.identifier.PersonId;
import org.recourse.text.Money;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.stereotype.Component;

/** What the decision needs, in sentences (R16). */
@Component
class ApprovalForm {

    private static final int ENOUGH_TO_COMPARE = 3;

    private final Grants grants;
    private final Budgets budgets;
    private final Ledger ledger;
    private final Backgrounds backgrounds;
    private final MoneyProperties model;
    private final Speech speech;

    ApprovalForm(
            Grants grants,
            Budgets budgets,
            Ledger ledger,
            Backgrounds backgrounds,
            MoneyProperties model,
            Speech speech) {
        this.grants = grants;
        this.budgets = budgets;
        this.ledger = ledger;
        this.backgrounds = backgrounds;
        this.model = model;
        this.speech = speech;
    }

    Map<String, @Nullable Object> of(Approval approval) {
        Background background = backgrounds.of(approval.caseNumber());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("requestText", speech.say(request(approval)));
        data.put("requestReason", lines(reason(approval, background)));
        data.put("authorityReason", speech.say(authority(approval)));
        data.put("valueText", lines(value(approval, background)));
        data.put("lossText", lines(loss(background)));
        data.put("givenBefore", lines(givenBefore(approval, background)));
        data.put("similarText", lines(similar(approval, background.similar())));
        data.put("similarWarning", lines(warning(approval, background.similar())));
        data.put("budgetText", speech.say(budget(approval)));
        return data;
    }

    private String lines(List<? extends Saying> lines) {
        return lines.stream().map(speech::say).collect(Collectors.joining("\n"));
    }

    private static Sentence request(Approval approval) {
        return Sentence.of(
                "approval.asks",
                new Person(approval.askedBy()),
                approval.asked().said(),
                Sentence.of("approval.asked-as." + approval.purpose().value()));
    }

    private static List<Saying> reason(Approval approval, Background background) {
        Saying own = new Written(approval.reason() == null ? "" : approval.reason());
        String wish = background.wish();
        return wish == null || wish.isBlank()
                ? List.of(own)
                : List.of(own, Sentence.of("approval.customer-wants", wish));
    }

    private static Saying authority(Approval approval) {
        Saying ruled = approval.authorityReason() == null ? new Written("") : approval.authorityReason();
        PersonId first = approval.firstDecidedBy();
        return first == null
                ? ruled
                : Sentence.of(
                        "approval.first-approved",
                        ruled,
                        new Person(first),
                        approval.approved().said());
    }

    private static List<Sentence> value(Approval approval, Background background) {
        Sentence value = background.yearlyValue() == null
                ? Sentence.of("approval.value-not-known")
                : Sentence.of(
                        "approval.value-in-twelve-months", new Money(background.yearlyValue(), background.currency()));
        Sentence since = background.since() == null
                ? Sentence.of("approval.since-not-known")
                : Sentence.of("approval.customer-since", background.since());
        return List.of(
                Sentence.of("approval.value", value, Sentence.of("tier." + background.tier()), since),
                Sentence.of(
                        "approval.cost-of-granting",
                        new Money(approval.asked().total(), approval.asked().currency())));
    }

    private List<Sentence> loss(Background background) {
        BigDecimal value = background.yearlyValue() == null ? BigDecimal.ZERO : background.yearlyValue();
        BigDecimal loss = model.lossProbability().multiply(model.lossYears()).multiply(value);
        return List.of(
                Sentence.of("approval.loss", money(model.disputeCost()), money(loss)),
                Sentence.of(
                        "approval.loss-model",
                        money(model.disputeCost()),
                        model.lossProbability().movePointRight(2).stripTrailingZeros(),
                        model.lossYears().stripTrailingZeros()));
    }

    private Money money(BigDecimal amount) {
        return new Money(amount.setScale(2, RoundingMode.HALF_UP), model.currency());
    }

    private List<Sentence> givenBefore(Approval approval, Background background) {
        List<Sentence> given = new ArrayList<>();
        grants.of(approval.caseNumber()).stream()
                .filter(grant -> grant.state() != GrantState.CANCELLED)
                .forEach(grant -> given.add(Sentence.of("approval.given-in-this-case", grant.said())));
        grants.elsewhere(background.customerNumber(), approval.caseNumber())
                .forEach(grant -> given.add(Sentence.of("approval.given-at", grant.said(), grant.at())));
        return given.isEmpty() ? List.of(Sentence.of("approval.nothing-given")) : given;
    }

    private static List<Sentence> similar(Approval approval, List<SimilarCase> similar) {
        if (similar.isEmpty()) {
            return List.of(Sentence.of("approval.no-similar-case"));
        }
        return similar.stream()
                .map(other -> Sentence.of(
                        "approval.similar-case",
                        other.caseNumber(),
                        other.title(),
                        new Money(other.given(), approval.asked().currency())))
                .toList();
    }

    /** Told only when there is enough to compare with. */
    private static List<Sentence> warning(Approval approval, List<SimilarCase> similar) {
        if (similar.size() < ENOUGH_TO_COMPARE) {
            return List.of();
        }
        BigDecimal asked = approval.asked().total();
        BigDecimal least =
                similar.stream().map(SimilarCase::given).reduce(BigDecimal::min).orElseThrow();
        BigDecimal most =
                similar.stream().map(SimilarCase::given).reduce(BigDecimal::max).orElseThrow();
        boolean outside = asked.compareTo(least) < 0 || asked.compareTo(most) > 0;
        return outside
                ? List.of(Sentence.of(
                        "approval.outside-of-similar",
                        new Money(asked, approval.asked().currency()),
                        similar.size(),
                        least,
                        most))
                : List.of();
    }

    /** The budget that bears it: the month in which it was reserved, else the month in which it would be overdrawn. */
    private Sentence budget(Approval approval) {
        Budget budget = approval.covered()
                ? ledger.drawnOn(approval.caseNumber()).orElseGet(() -> budgets.current(approval.team()))
                : budgets.current(approval.team());
        String cover = approval.covered()
                ? "reserved"
                : budget.left().compareTo(approval.asked().total()) >= 0 ? "enough" : "not-covered";
        return Sentence.of(
                "approval.budget-" + cover,
                new Money(budget.left(), budget.currency()),
                new Money(budget.amount(), budget.currency()),
                budget.month(),
                budget.team());
    }
}
