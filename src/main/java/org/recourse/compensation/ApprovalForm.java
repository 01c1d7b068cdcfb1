package org.recourse.compensation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Background.SimilarCase;
import org.recourse.compensation.Grants.Grant;
import org.recourse.compensation.ledger.Budget;
import org.recourse.compensation.ledger.Budgets;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.compensation.ledger.MoneyProperties;
import org.recourse.form.Times;
import org.recourse.identity.People;
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
    private final People people;
    private final Times times;

    ApprovalForm(
            Grants grants,
            Budgets budgets,
            Ledger ledger,
            Backgrounds backgrounds,
            MoneyProperties model,
            People people,
            Times times) {
        this.grants = grants;
        this.budgets = budgets;
        this.ledger = ledger;
        this.backgrounds = backgrounds;
        this.model = model;
        this.people = people;
        this.times = times;
    }

    Map<String, @Nullable Object> of(Approval approval) {
        Background background = backgrounds.of(approval.caseNumber());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(
                "requestText",
                "%s asks for %s, %s."
                        .formatted(
                                people.fullName(approval.askedBy()),
                                approval.asked().words(),
                                approval.purpose() == ApprovalPurpose.CEILING
                                        ? "as a ceiling before the call"
                                        : "agreed with the customer subject to approval"));
        data.put("requestReason", reason(approval, background));
        data.put("authorityReason", authority(approval));
        data.put("valueText", value(approval, background));
        data.put("lossText", loss(background));
        data.put("givenBefore", givenBefore(approval, background));
        data.put("similarText", similar(approval, background.similar()));
        data.put("similarWarning", warning(approval, background.similar()));
        data.put("budgetText", budget(approval));
        return data;
    }

    private static String reason(Approval approval, Background background) {
        String own = approval.reason() == null ? "" : approval.reason();
        String wish = background.wish();
        return wish == null || wish.isBlank() ? own : "%s%nThe customer wants: %s".formatted(own, wish);
    }

    private String authority(Approval approval) {
        String first = approval.firstDecidedBy();
        return first == null
                ? approval.authorityReason() == null ? "" : approval.authorityReason()
                : "%s; %s approved %s"
                        .formatted(
                                approval.authorityReason(),
                                people.fullName(first),
                                approval.approved().words());
    }

    private static String value(Approval approval, Background background) {
        return "Value: %s, %s tier, %s.%nCost of granting now: %s %s."
                .formatted(
                        background.yearlyValue() == null
                                ? "not known"
                                : "%s %s in twelve months"
                                        .formatted(background.yearlyValue().toPlainString(), background.currency()),
                        background.tier(),
                        background.since() == null ? "since when is not known" : "customer since " + background.since(),
                        approval.asked().total().toPlainString(),
                        approval.asked().currency());
    }

    private String loss(Background background) {
        BigDecimal value = background.yearlyValue() == null ? BigDecimal.ZERO : background.yearlyValue();
        BigDecimal loss = model.lossProbability()
                .multiply(model.lossYears())
                .multiply(value)
                .setScale(2, RoundingMode.HALF_UP);
        return """
                About %s if it comes to a dispute, about %s for the customer who may leave.
                A model with three configured figures: a dispute costs %s; %s %% of refused customers leave; one who \
                leaves takes %s years of value along.""".formatted(
                money(model.disputeCost()),
                money(loss),
                money(model.disputeCost()),
                model.lossProbability().movePointRight(2).stripTrailingZeros().toPlainString(),
                model.lossYears().stripTrailingZeros().toPlainString());
    }

    private String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString() + " " + model.currency();
    }

    private String givenBefore(Approval approval, Background background) {
        List<Grant> before = grants.before(background.customerNumber(), approval.caseNumber());
        List<String> inCase = grants.of(approval.caseNumber()).stream()
                .filter(grant -> grant.state() != GrantState.CANCELLED)
                .map(grant -> grant.words() + " in this case")
                .toList();
        String text = String.join(
                "\n",
                java.util.stream.Stream.concat(
                                inCase.stream(),
                                before.stream()
                                        .map(grant -> "%s, %s".formatted(grant.words(), times.told(grant.agreedAt()))))
                        .toList());
        return text.isEmpty() ? "Nothing was given to this customer before." : text;
    }

    private static String similar(Approval approval, List<SimilarCase> similar) {
        if (similar.isEmpty()) {
            return "No closed case about this product.";
        }
        return String.join(
                "\n",
                similar.stream()
                        .map(other -> "%s, %s: %s %s"
                                .formatted(
                                        other.caseNumber(),
                                        other.title(),
                                        other.given().toPlainString(),
                                        approval.asked().currency()))
                        .toList());
    }

    /** Told only when there is enough to compare with. */
    private static String warning(Approval approval, List<SimilarCase> similar) {
        if (similar.size() < ENOUGH_TO_COMPARE) {
            return "";
        }
        BigDecimal asked = approval.asked().total();
        BigDecimal least =
                similar.stream().map(SimilarCase::given).reduce(BigDecimal::min).orElseThrow();
        BigDecimal most =
                similar.stream().map(SimilarCase::given).reduce(BigDecimal::max).orElseThrow();
        boolean outside = asked.compareTo(least) < 0 || asked.compareTo(most) > 0;
        return !outside
                ? ""
                : "%s %s lies outside what the %d similar cases got, %s to %s."
                        .formatted(
                                asked.toPlainString(),
                                approval.asked().currency(),
                                similar.size(),
                                least.toPlainString(),
                                most.toPlainString());
    }

    /** The budget that bears it: the month in which it was reserved, else the month in which it would be overdrawn. */
    private String budget(Approval approval) {
        Budget budget = approval.covered()
                ? ledger.drawnOn(approval.caseNumber()).orElseGet(() -> budgets.current(approval.team()))
                : budgets.current(approval.team());
        return String.format(
                Locale.ENGLISH,
                "%,.2f %s of %,.2f %s left in %s for %s%s.",
                budget.left(),
                budget.currency(),
                budget.amount(),
                budget.currency(),
                budget.month(),
                budget.team(),
                approval.covered()
                        ? ", with this request reserved already"
                        : budget.left().compareTo(approval.asked().total()) >= 0
                                ? "; this request is not reserved yet, and there is enough for it now"
                                : "; this request is not covered, a manager may overdraw with a reason");
    }
}
