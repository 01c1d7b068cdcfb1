package org.recourse.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points in time and amounts of money as {@link Times} and compensation say them in English, in German. Only a text that
 * is nothing else is changed: what people wrote has figures, too.
 */
final class GermanFigures {

    private static final Pattern DAY =
            Pattern.compile("(\\p{Alpha}{3} \\d{1,2} \\p{Alpha}{3} \\d{4})(, \\d\\d:\\d\\d)?");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("EEE d. MMM yyyy", Locale.GERMAN);

    private static final String ONE = "(?:(refund|credit|voucher|goodwill) )?(\\d[\\d,]*(?:\\.\\d\\d)?)( [A-Z]{3})?";
    private static final Pattern AMOUNT = Pattern.compile(ONE);
    private static final Pattern AMOUNTS = Pattern.compile(ONE + "(?: and " + ONE + ")*");

    private static final Map<String, String> KINDS =
            Map.of("refund", "Erstattung", "credit", "Gutschrift", "voucher", "Gutschein", "goodwill", "Kulanz");

    private GermanFigures() {}

    /** Empty when the text is neither a day, with or without the time, nor amounts. */
    static Optional<String> of(String english) {
        Matcher day = DAY.matcher(english);
        if (day.matches()) {
            return Optional.of(day(day));
        }
        boolean money = AMOUNTS.matcher(english).matches() && (english.contains(".") || english.contains(" "));
        return money
                ? Optional.of(AMOUNT.matcher(english)
                        .replaceAll(GermanFigures::amount)
                        .replace(" and ", " und "))
                : Optional.empty();
    }

    private static String day(MatchResult day) {
        String time = day.group(2) == null ? "" : day.group(2);
        try {
            return GERMAN.format(LocalDate.parse(day.group(1), ENGLISH)) + time;
        } catch (java.time.DateTimeException noDay) {
            return day.group();
        }
    }

    private static String amount(MatchResult money) {
        BigDecimal amount = new BigDecimal(money.group(2).replace(",", ""));
        String kind = money.group(1) == null ? "" : KINDS.get(money.group(1)) + " ";
        String currency = money.group(3) == null ? "" : money.group(3);
        return kind + String.format(Locale.GERMAN, "%,." + Math.max(0, amount.scale()) + "f", amount) + currency;
    }
}
