package org.recourse.customer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.recourse.form.Amounts;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;

/** Reads the texts of single fields; what cannot be read is refused with a sentence that shows what would be right. */
final class FieldTexts {

    private static final int LONGEST_NAME = 200;
    /** An earlier year is a slip of the finger. */
    private static final int EARLIEST_YEAR = 1900;

    private static final int LONGEST_QUOTE = 80;
    private static final BigDecimal HIGHEST_VALUE = new BigDecimal("9999999999.99");

    private FieldTexts() {}

    static List<String> list(String text, Function<String, String> reading) {
        return Arrays.stream(text.split(";"))
                .filter(part -> !part.isBlank())
                .map(reading)
                .distinct()
                .toList();
    }

    /** As much of a refused text as a sentence bears. */
    static String quoted(String text) {
        String line = GivenText.readable(text).strip().replaceAll("\\s+", " ");
        return GivenText.cut(line, LONGEST_QUOTE);
    }

    static String name(String text) {
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedInput("name", Sentence.of("customer.name", LONGEST_NAME));
        }
        return text;
    }

    static String language(String text) {
        if (!text.matches("[a-z]{2,3}")) {
            throw new RefusedInput("language", Sentence.of("customer.language"));
        }
        return text;
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new RefusedInput("zone", Sentence.of("customer.zone"));
        }
    }

    static LocalDate pastDay(String text, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today) || day.getYear() < EARLIEST_YEAR) {
                throw new RefusedInput("customerSince", Sentence.of("customer.day-out-of-bounds", text));
            }
            return day;
        } catch (DateTimeException e) {
            throw new RefusedInput("customerSince", Sentence.of("customer.date"));
        }
    }

    static BigDecimal amount(String text) {
        try {
            BigDecimal amount = Amounts.read("yearlyValue", text).setScale(2);
            if (amount.signum() >= 0 && amount.compareTo(HIGHEST_VALUE) <= 0) {
                return amount;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // refused below
        }
        throw new RefusedInput("yearlyValue", Sentence.of("customer.amount", HIGHEST_VALUE));
    }

    static String currency(String text) {
        try {
            return Currency.getInstance(text).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new RefusedInput("currency", Sentence.of("customer.currency"));
        }
    }

    static boolean flag(String field, String text) {
        return choice(field, new Boolean[] {true, false}, String::valueOf, text);
    }

    static <T> T choice(String field, T[] choices, Function<T, String> key, String text) {
        return Arrays.stream(choices)
                .filter(choice -> key.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new RefusedInput(
                        field,
                        Sentence.of(
                                "customer.choose",
                                String.join(
                                        ", ", Arrays.stream(choices).map(key).toList()))));
    }
}
