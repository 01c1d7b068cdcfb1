package org.recourse.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sentence is data until it reaches a person (R27). */
@Tag("R27")
class SpeechTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Speech speech = new Speech(id -> new Written("Sofia (" + id + ")"), BERLIN, meters);

    @Test
    void amounts_and_times_get_their_form_with_the_language() {
        Sentence money = Sentence.of("format.money", new Money(new BigDecimal("1240.5"), "EUR"), "");

        assertThat(speech.say(money, Locale.ENGLISH)).startsWith("1,240.50 EUR");
        assertThat(speech.say(money, Locale.GERMAN)).startsWith("1.240,50 EUR");
        Sentence time = Sentence.of("list.and", Instant.parse("2026-11-27T17:00:00Z"), LocalDate.of(2026, 12, 1));
        assertThat(speech.say(time, Locale.GERMAN)).isEqualTo("Fr. 27. Nov. 2026, 18:00 und Di. 1. Dez. 2026");
        assertThat(speech.say(time, Locale.ENGLISH)).isEqualTo("Fri 27 Nov 2026, 18:00 and Tue 1 Dec 2026");
        assertThat(speech.say(time, Locale.ENGLISH, ZoneId.of("America/Los_Angeles")))
                .startsWith("Fri 27 Nov 2026, 09:00");
    }

    @Test
    void a_number_is_told_with_the_digits_that_it_has() {
        Sentence numbers = Sentence.of("list.and", new BigDecimal("1012.50"), new BigDecimal("2"));

        assertThat(speech.say(numbers, Locale.ENGLISH)).isEqualTo("1,012.50 and 2");
        assertThat(speech.say(numbers, Locale.GERMAN)).isEqualTo("1.012,50 und 2");
    }

    @Test
    void words_of_people_stay_as_they_are() {
        Sentence sentence =
                Sentence.of("list.and", new Written("Refund of the fee (agreed)"), "The account is open. {0} 'x'");

        assertThat(speech.say(sentence, Locale.GERMAN))
                .isEqualTo("Refund of the fee (agreed) und The account is open. {0} 'x'");
    }

    @Test
    void people_are_named_and_lists_are_joined_in_the_language() {
        Sentence sentence = Sentence.of(
                "list.and", new Person("agent1"), List.of("a", Sentence.of("group.team-supervisor", "north"), "c"));

        assertThat(speech.say(sentence, Locale.GERMAN))
                .isEqualTo("Sofia (agent1) und a, Vorgesetzte von Team north und c");
    }

    @Test
    void a_process_owners_text_is_told_in_the_readers_language_or_in_English() {
        TableText reason = new TableText(Map.of("en", "no limit fits", "de", "keine Grenze passt"));

        assertThat(speech.say(reason, Locale.GERMAN)).isEqualTo("keine Grenze passt");
        assertThat(speech.say(new TableText(Map.of("en", "no limit fits")), Locale.GERMAN))
                .isEqualTo("no limit fits");
    }

    @Test
    void what_is_stored_is_said_the_same_later() {
        Saying saying = Sentence.of(
                "case.no-such-case",
                List.of(
                        new Written("w \" {0}"),
                        new TableText(Map.of("en", "t", "de", "u")),
                        new Money(new BigDecimal("18.40"), "EUR"),
                        new Moment(Instant.parse("2026-11-27T17:00:00Z"), BERLIN),
                        Instant.parse("2026-11-27T17:00:00.123Z"),
                        LocalDate.of(2026, 2, 28),
                        java.time.YearMonth.of(2026, 2),
                        new BigDecimal("0.25"),
                        new Person("agent1"),
                        7,
                        5_000_000_000L,
                        "plain",
                        List.of("x", Sentence.of("group.agent"))));

        assertThat(SayingJson.read(SayingJson.write(saying))).isEqualTo(saying);
        assertThat(SayingJson.read(SayingJson.write(new Written("x")))).isEqualTo(new Written("x"));
    }

    @Test
    void what_nobody_knows_how_to_say_is_refused_where_it_is_written() {
        assertThatThrownBy(() -> Sentence.of("list.and", new Object(), "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_unknown_language_is_told_in_English_and_a_missing_text_is_counted() {
        assertThat(speech.say(Sentence.of("group.manager"), Locale.FRENCH)).isEqualTo("Manager");
        double before =
                meters.get("recourse.texts.untranslated").functionCounter().count();

        assertThat(speech.say(Sentence.of("nobody.wrote-this"), Locale.GERMAN)).isEqualTo("nobody.wrote-this");

        assertThat(meters.get("recourse.texts.untranslated").functionCounter().count())
                .isEqualTo(before + 1);
    }

    @Test
    void a_text_of_a_table_that_the_owner_did_not_translate_is_told_in_English_and_counted() {
        TableText text = new TableText(Map.of("en", "a matter of money", "de", "eine Geldfrage"));
        double before =
                meters.get("recourse.texts.untranslated").functionCounter().count();

        assertThat(text.in(Locale.GERMAN)).isEqualTo("eine Geldfrage");
        assertThat(text.in(Locale.FRENCH)).isEqualTo("a matter of money");

        assertThat(meters.get("recourse.texts.untranslated").functionCounter().count())
                .isEqualTo(before + 1);
    }
}
