package org.recourse.compensation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.record.MoneyHappening;
import org.recourse.text.Money;
import org.recourse.text.Sentence;

/**
 * What is offered, asked for or granted: at most two amounts, each of a kind, in one currency.
 *
 * @param lines empty when no money is involved
 */
public record Compensation(List<Line> lines, String currency) {

    /** One amount in major units of the currency, with two decimals. */
    public record Line(CompensationKind kind, BigDecimal amount) {}

    public static final String EUR = "EUR";

    public static Compensation none() {
        return new Compensation(List.of(), EUR);
    }

    /** Two amounts as stored; absent ones are passed over. */
    public static Compensation of(
            @Nullable String kind,
            @Nullable BigDecimal amount,
            @Nullable String kind2,
            @Nullable BigDecimal amount2,
            String currency) {
        List<Line> lines = new ArrayList<>();
        add(lines, kind, amount);
        add(lines, kind2, amount2);
        return new Compensation(lines, currency);
    }

    private static void add(List<Line> lines, @Nullable String kind, @Nullable BigDecimal amount) {
        if (kind != null && amount != null && amount.signum() > 0) {
            lines.add(new Line(CompensationKind.valueOf(kind.toUpperCase(Locale.ROOT)), amount));
        }
    }

    /**
     * Reads {@code <prefix>Kind, <prefix>Amount, <prefix>Kind2, <prefix>Amount2}.
     *
     * @throws RefusedInput when a kind has no amount or an amount no kind, or {@code <prefix>Currency} names another
     *     currency than that of the budgets
     */
    public static Compensation read(Answers answers, String prefix) {
        demandCurrency(answers, prefix + "Currency");
        List<Line> lines = new ArrayList<>();
        read(answers, prefix + "Kind", prefix + "Amount", lines);
        read(answers, prefix + "Kind2", prefix + "Amount2", lines);
        return new Compensation(lines, EUR);
    }

    static void demandCurrency(Answers answers, String field) {
        String currency = answers.text(field, 10);
        if (currency != null && !currency.isEmpty() && !currency.strip().equals(EUR)) {
            throw new RefusedInput(field, Sentence.of("compensation.other-currency", currency.strip(), EUR));
        }
    }

    private static void read(Answers answers, String kindField, String amountField, List<Line> lines) {
        CompensationKind kind = answers.choice(kindField, CompensationKind.class);
        BigDecimal amount = answers.amount(amountField);
        if (amount == null || amount.signum() == 0) {
            if (kind != null) {
                throw new RefusedInput(amountField, Sentence.of("compensation.amount-missing", kind.said()));
            }
            return;
        }
        if (kind == null) {
            throw new RefusedInput(kindField, Sentence.of("compensation.kind-missing"));
        }
        lines.add(new Line(kind, amount));
    }

    public boolean isNone() {
        return lines.isEmpty();
    }

    public BigDecimal goodwill() {
        return sum(true);
    }

    /** As the history keeps them. */
    public List<MoneyHappening.Amount> amounts() {
        return lines.stream()
                .map(line -> new MoneyHappening.Amount(line.kind().value(), line.amount(), currency))
                .toList();
    }

    /** Refunds and credits: money that was the customer's. */
    public BigDecimal moneyBack() {
        return sum(false);
    }

    public BigDecimal total() {
        return goodwill().add(moneyBack());
    }

    private BigDecimal sum(boolean goodwill) {
        return lines.stream()
                .filter(line -> line.kind().isGoodwill() == goodwill)
                .map(Line::amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /**
     * Whether goodwill and money back each stay inside those of the other. A ceiling holds per group and not per kind:
     * refund and credit are both the customer's own money, voucher and goodwill are both a gesture, and who talks to the
     * customer may choose the way inside a group.
     */
    public boolean isWithin(Compensation ceiling) {
        return goodwill().compareTo(ceiling.goodwill()) <= 0 && moneyBack().compareTo(ceiling.moneyBack()) <= 0;
    }

    public @Nullable CompensationKind kind(int line) {
        return line < lines.size() ? lines.get(line).kind() : null;
    }

    public @Nullable BigDecimal amount(int line) {
        return line < lines.size() ? lines.get(line).amount() : null;
    }

    /** The amount that stands for a line of what was asked for; none when nothing of its kind is left. */
    @Nullable
    BigDecimal amountOf(Compensation asked, int line) {
        CompensationKind kind = asked.kind(line);
        boolean secondOfTheKind = line == 1 && kind == asked.kind(0);
        return lines.stream()
                .filter(own -> own.kind() == kind)
                .skip(secondOfTheKind ? 1 : 0)
                .findFirst()
                .map(Line::amount)
                .orElse(null);
    }

    public @Nullable String kindValue(int line) {
        CompensationKind kind = kind(line);
        return kind == null ? null : kind.value();
    }

    /** {@code refund 18.40 EUR and goodwill 10.00 EUR}; empty when none. */
    public Sentence said() {
        return Sentence.of(
                "compensation.lines",
                lines.stream()
                        .map(line -> line.kind().said(new Money(line.amount(), currency)))
                        .toList());
    }

    /** {@link #said} in English, for the log. */
    public String words() {
        return String.join(
                " and ",
                lines.stream()
                        .map(line -> "%s %s %s"
                                .formatted(line.kind().value(), line.amount().toPlainString(), currency))
                        .toList());
    }
}
