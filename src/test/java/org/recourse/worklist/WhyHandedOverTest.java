package org.recourse.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.text.SayingJson;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.recourse.text.TableText;
import org.recourse.text.Written;
import org.springframework.context.i18n.LocaleContextHolder;

/** Whoever is told of a hand-over reads why, in their own language, whatever the process owner calls the rows. */
@Tag("R27")
class WhyHandedOverTest {

    private final Speech speech = new Speech(Written::new, ZoneOffset.UTC, new SimpleMeterRegistry());

    @BeforeEach
    void reads_german() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void reads_nothing_more() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void the_trigger_comes_first_and_then_what_the_table_says() {
        assertThat(WhyHandedOver.of("threat", row("matter of the press", "Sache der Presse"), speech))
                .isEqualTo("der Kunde hat gedroht; Sache der Presse");
    }

    @Test
    void a_row_may_be_called_anything() {
        assertThat(WhyHandedOver.of("threat", row("no rule fits", "keine Regel passt"), speech))
                .isEqualTo("der Kunde hat gedroht; keine Regel passt");
        assertThat(WhyHandedOver.of("threat", null, speech)).isEqualTo("der Kunde hat gedroht");
    }

    private static String row(String english, String german) {
        return SayingJson.write(
                Sentence.of("case.by-table", new TableText(Map.of("en", english, "de", german)), "aTable:1"));
    }
}
