package org.recourse.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Days and amounts are told as people read them here, and nothing else is touched. */
@Tag("R27")
class GermanFiguresTest {

    @Test
    void days_with_and_without_the_time() {
        assertThat(GermanFigures.of("Wed 25 Nov 2026, 17:34")).contains("Mi. 25. Nov. 2026, 17:34");
        assertThat(GermanFigures.of("Sun 1 Mar 2026")).contains("So. 1. März 2026");
        assertThat(GermanFigures.of("Wed 32 Nov 2026")).contains("Wed 32 Nov 2026");
    }

    @Test
    void amounts_with_their_kind() {
        assertThat(GermanFigures.of("refund 1,540.00 EUR and goodwill 60.00 EUR"))
                .contains("Erstattung 1.540,00 EUR und Kulanz 60,00 EUR");
        assertThat(GermanFigures.of("1,140 EUR")).contains("1.140 EUR");
        assertThat(GermanFigures.of("12.50")).contains("12,50");
    }

    @Test
    void what_has_other_words_is_for_others_to_tell() {
        assertThat(GermanFigures.of("call on Wed 25 Nov 2026")).isEmpty();
        assertThat(GermanFigures.of("refund")).isEmpty();
        assertThat(GermanFigures.of("3")).isEmpty();
        assertThat(GermanFigures.of("")).isEmpty();
    }
}
