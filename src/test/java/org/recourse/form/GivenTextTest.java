package org.recourse.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How text is read, whichever door it comes in by. */
@NullUnmarked
@Tag("R1")
class GivenTextTest {

    private static final int SHORT = 10_000;
    private static final int TIMES = 8;
    /** Eight times the text may take so many times the time; 64 times would be the square. */
    private static final int GROWTH = 30;

    private static final long TOO_SHORT_TO_MEASURE = 500_000;

    private static final Map<String, UnaryOperator<String>> READINGS = Map.of(
            "cards",
            CardNumbers::hide,
            "read",
            text -> GivenText.read("story", text),
            "readable",
            GivenText::readable,
            "cut",
            text -> GivenText.cut(text, text.length() / 2));

    private static final List<String> PATTERNS = List.of(
            "4 ",
            "4",
            "4. ",
            "41-",
            "a\u0316\u0301",
            "\u0301\u0316",
            "\uD83C\uDDE9",
            "\u200D",
            "4111111111111111 ",
            ".",
            "\n ");

    @Test
    void a_decomposed_name_is_the_composed_one() {
        assertThat(GivenText.read("name", "Mu\u0308ller")).isEqualTo("M\u00FCller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001Bb", "a\u007Fb", "a\u0085b", "a\uD83Db", "a\uDE21b"})
    void what_nobody_can_read_is_refused_with_the_field(String text) {
        assertThatThrownBy(() -> GivenText.read("story", text))
                .isInstanceOfSatisfying(
                        RefusedInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("story"));
        assertThat(GivenText.readable(text)).isEqualTo("ab");
    }

    @Test
    void lines_and_tabs_are_text() {
        assertThat(GivenText.read("story", "a\tb\r\nc \uD83D\uDE21")).isEqualTo("a\tb\r\nc \uD83D\uDE21");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDE21",
                "e\u0301",
                "\uD83D\uDC4D\uD83C\uDFFD",
                "\uD83C\uDDE9\uD83C\uDDEA",
                "\uD83D\uDC69\u200D\uD83D\uDC67"
            })
    void a_text_is_cut_before_the_character_that_has_no_room(String character) {
        for (int room = 4; room < 4 + character.length(); room++) {
            assertThat(GivenText.cut("abc" + character + "defghijkl", room)).isEqualTo("abc…");
        }
        assertThat(GivenText.cut("abc" + character + "defghijkl", 4 + character.length()))
                .isEqualTo("abc" + character + "…");
    }

    static Stream<Arguments> everyReadingOfEveryPattern() {
        return READINGS.keySet().stream()
                .flatMap(reading -> PATTERNS.stream().map(pattern -> Arguments.of(reading, pattern)));
    }

    @ParameterizedTest
    @MethodSource("everyReadingOfEveryPattern")
    void the_time_grows_with_the_text_and_not_with_its_square(String reading, String pattern) {
        UnaryOperator<String> read = READINGS.get(reading);
        long few = Math.max(nanoseconds(read, filled(pattern, SHORT)), TOO_SHORT_TO_MEASURE);
        long many = nanoseconds(read, filled(pattern, TIMES * SHORT));

        assertThat(many).isLessThan(GROWTH * few);
    }

    private static String filled(String pattern, int length) {
        return pattern.repeat(length / pattern.length());
    }

    /** The quickest of five, in time of the processor: others work on the machine too. */
    private static long nanoseconds(UnaryOperator<String> read, String text) {
        var threads = ManagementFactory.getThreadMXBean();
        return LongStream.range(0, 5)
                .map(n -> {
                    long begin = threads.getCurrentThreadCpuTime();
                    var unused = read.apply(text);
                    return threads.getCurrentThreadCpuTime() - begin;
                })
                .min()
                .orElseThrow();
    }
}
