package org.recourse.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B6")
class SimpleFeelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "\"gold\"",
                "\"agent\",\"supervisor\"",
                "<= 50",
                "> 0.5",
                "[1..3]",
                "]1..3[",
                "(0..limit]",
                "not(\"gold\")",
                "true",
                "-5",
                "amount * 2 + (rest - 1)",
                "date and time(\"2026-01-01T00:00:00\")",
                "\"It costs ${nothing}, really.\""
            })
    void values_comparisons_and_ranges_are_cells(String text) {
        assertThat(SimpleFeel.isCell(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\".getClass()",
                "x.class",
                "x[\"class\"]",
                "1[\"class\"]",
                "foo(1)",
                "foo (1)",
                "x == 1} ${y",
                "'text'",
                "\"a\\\" + x.y + \\\"b\"",
                "{a: 1}",
                "x ? 1 : 2",
                "not(x.y)",
                "date(x)"
            })
    void nothing_that_reaches_a_property_or_a_method_is(String text) {
        assertThat(SimpleFeel.isCell(text)).isFalse();
    }
}
