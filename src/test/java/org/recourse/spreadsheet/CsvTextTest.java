package org.recourse.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R24")
class CsvTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "  =1+1",
                "＝1+1"
            })
    void a_typed_formula_stays_a_text(String typed) {
        assertThat(cell(typed)).startsWith("'");
    }

    @Test
    void numbers_stay_numbers_and_nothing_stays_empty() {
        assertThat(cell(new BigDecimal("-18.40"))).isEqualTo("-18.40");
        assertThat(cell(null)).isEmpty();
        assertThat(cell("Keller, M. \"Mia\"")).isEqualTo("\"Keller, M. \"\"Mia\"\"\"");
    }

    @Test
    void a_file_for_excel_has_a_mark_semicolons_and_decimal_commas() {
        assertThat(CsvText.of(
                        SpreadsheetFormat.EXCEL,
                        List.of("name", "amount", "rate", "count"),
                        List.of(Arrays.asList("Müller; Söhne", new BigDecimal("-1140.50"), 0.25, 3))))
                .isEqualTo("\uFEFFname;amount;rate;count\r\n\"Müller; Söhne\";-1140,50;0,25;3\r\n");
    }

    private static String cell(@Nullable Object value) {
        var lines = CsvText.of(SpreadsheetFormat.PLAIN, List.of("a", "b"), List.of(Arrays.asList(1, value)))
                .split("\r\n");
        var line = lines[1].substring("1,".length());
        return line.startsWith("\"'") ? line.substring(1) : line;
    }
}
