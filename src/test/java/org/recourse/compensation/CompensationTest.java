package org.recourse.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.text.Speech;
import org.recourse.text.Written;

/** Amounts are said in the reader's language (R27). */
@Tag("R27")
class CompensationTest {

    private final Speech speech = new Speech(Written::new, ZoneId.of("Europe/Berlin"), new SimpleMeterRegistry());

    @Test
    void two_amounts_are_said_in_the_readers_language() {
        Compensation both = Compensation.of(
                "refund", new BigDecimal("1218.40"), "goodwill", new BigDecimal("10.00"), Compensation.EUR);

        assertThat(speech.say(both.said(), Locale.ENGLISH)).isEqualTo("refund 1,218.40 EUR and goodwill 10.00 EUR");
        assertThat(speech.say(both.said(), Locale.GERMAN)).isEqualTo("Erstattung 1.218,40 EUR und Kulanz 10,00 EUR");
    }

    @Test
    void of_no_money_nothing_is_said() {
        assertThat(speech.say(Compensation.none().said(), Locale.ENGLISH)).isEmpty();
    }
}
