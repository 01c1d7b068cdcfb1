package org.recourse.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.recourse.text.Sentence;

/** Reads amounts of money as people type them: {@code 1,240.50}, {@code 1.240,50}, {@code 18,40}. */
public final class Amounts {

    private static final Pattern ENGLISH = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d{1,2}");
    private static final Pattern GERMAN = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d{1,2}");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d{1,2}");
    private static final Pattern THOUSANDS_OR_DECIMALS = Pattern.compile("-?[1-9]\\d{0,2}([.,]\\d{3})+");

    /** A longer text is no amount, and one with an exponent could be a number of a thousand million digits. */
    private static final int LONGEST = 40;

    private Amounts() {}

    /**
     * @param given a number of JSON, or a text with or without separators
     * @throws NumberFormatException when it is no amount
     * @throws RefusedInput when it can be read in two ways: 1.240 is a thousand in one country and one in another
     */
    public static BigDecimal read(String field, Object given) {
        String text = given.toString().strip();
        if (text.length() > LONGEST || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new NumberFormatException("no amount of money");
        }
        if (given instanceof Number) {
            return new BigDecimal(text);
        }
        String closed = text.replaceAll("(?<=\\d)[\\s\\u00a0\\u202f'’](?=\\d{3})", "");
        if (ENGLISH.matcher(closed).matches()) {
            return new BigDecimal(closed.replace(",", ""));
        }
        if (GERMAN.matcher(closed).matches()) {
            return new BigDecimal(closed.replace(".", "").replace(',', '.'));
        }
        if (DECIMAL_COMMA.matcher(closed).matches()) {
            return new BigDecimal(closed.replace(',', '.'));
        }
        if (THOUSANDS_OR_DECIMALS.matcher(closed).matches()) {
            throw new RefusedInput(field, Sentence.of("form.amount-ambiguous", text, closed.replaceAll("[.,]", "")));
        }
        return new BigDecimal(closed);
    }
}
