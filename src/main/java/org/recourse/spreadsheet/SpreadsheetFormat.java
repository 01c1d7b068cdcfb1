package org.recourse.spreadsheet;

import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;

/** How a file for a spreadsheet is written. */
public enum SpreadsheetFormat {
    /** For programs: commas between the values, a point before decimals (RFC 4180). */
    PLAIN("", CSVFormat.RFC4180),
    /** For Excel where the comma is before decimals: it opens such a file by a double click, with umlauts and numbers right. */
    EXCEL("\uFEFF", CSVFormat.RFC4180.builder().setDelimiter(';').get());

    private final String mark;
    private final CSVFormat csv;

    SpreadsheetFormat(String mark, CSVFormat csv) {
        this.mark = mark;
        this.csv = csv;
    }

    /**
     * @param wanted {@code excel}, or nothing
     * @throws RefusedInput naming {@code for} when it is another program
     */
    public static SpreadsheetFormat of(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return PLAIN;
        }
        if ("excel".equals(wanted.strip())) {
            return EXCEL;
        }
        throw new RefusedInput("for", Sentence.of("spreadsheet.no-such-program", wanted));
    }

    String mark() {
        return mark;
    }

    CSVFormat csv() {
        return csv;
    }

    /** A number as this spreadsheet reads it; nothing else is changed. */
    @Nullable
    Object cell(@Nullable Object value) {
        if (this == PLAIN || !(value instanceof Number number)) {
            return value;
        }
        String plain = value instanceof Double || value instanceof Float
                ? BigDecimal.valueOf(number.doubleValue()).toPlainString()
                : value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
        return plain.replace('.', ',');
    }
}
