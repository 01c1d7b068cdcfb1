package org.recourse.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a table says to people is said in their language, as far as its owner wrote it. */
@Tag("R27")
class OutcomeTest {

    @Test
    void aTextIsReadInEveryLanguageThatItStandsIn() {
        Outcome outcome = new Outcome(
                "AssessUrgency",
                3,
                Map.of(),
                Map.of("reason", "threat of lawyer", "reason_de", "Drohung mit Anwalt", "urgency", 90));

        assertThat(outcome.said("reason").in(Locale.GERMANY)).isEqualTo("Drohung mit Anwalt");
        assertThat(outcome.said("reason").in(Locale.ENGLISH)).isEqualTo("threat of lawyer");
    }

    @Test
    void whereTheOwnerWroteNoneItIsEnglish() {
        Map<String, @Nullable Object> outputs = new HashMap<>(Map.of("reason", "threat of lawyer"));
        outputs.put("reason_de", null);
        outputs.put("reason_fr", " ");

        assertThat(new Outcome("AssessUrgency", 4, Map.of(), outputs).said("reason"))
                .hasToString("threat of lawyer")
                .extracting(said -> said.in(Locale.GERMAN), said -> said.in(Locale.FRENCH))
                .containsExactly("threat of lawyer", "threat of lawyer");
    }
}
