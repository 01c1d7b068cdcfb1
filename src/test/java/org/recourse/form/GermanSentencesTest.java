package org.recourse.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the server says to people who work in Tasklist it says in German, too. */
@Tag("R27")
class GermanSentencesTest {

    private static final Pattern REFUSAL =
            Pattern.compile("(?s)(?:new Refused(?:Input|Attempt)\\(|\\.required\\()(.*?)(?:;\\n|\\)\\)\\n)");
    private static final Pattern RECORDED =
            Pattern.compile("(?s)(?:notices\\.tell|log\\.happened|log\\.event|log\\.byCustomer)\\((.*?)\\);\\n");
    /** Whose other pieces stand elsewhere; the whole sentences are in the table. */
    private static final Set<String> IN_PIECES = Set.of(
            "Due soon",
            "hand-over watch",
            "7 of 7 7 7. Rule: 7.",
            "7 asks for 7 (7)7",
            "7 is to be called from 7 on7. Time to prepare.");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\"");

    private final Texts texts = new Texts(
            new ObjectMapper(), new Speech(Written::new, ZoneId.of("Europe/Berlin"), new SimpleMeterRegistry()));

    @BeforeEach
    void in_german() {
        LocaleContextHolder.setLocale(Locale.GERMANY);
    }

    @AfterEach
    void as_before() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void what_was_filled_in_stays_and_is_translated_where_it_is_known() {
        assertThat(texts.told("mood: \"9\" is not a whole number from 1 to 5."))
                .isEqualTo("mood: „9“ ist keine ganze Zahl von 1 bis 5.");
        assertThat(texts.told("Handed over by Amira Haddad, Wed 25 Nov 2026, 13:30, because the customer threatened. "
                        + "The customer is on the line."))
                .isEqualTo("Übergeben von Amira Haddad, Mi. 25. Nov. 2026, 13:30, denn der Kunde hat gedroht. "
                        + "Der Kunde ist in der Leitung.");
        assertThat(texts.told("A sentence that a process owner wrote."))
                .isEqualTo("A sentence that a process owner wrote.");
        assertThat(texts.told("cost: 100 % of %s")).isEqualTo("cost: 100 % of %s");
    }

    @Test
    void days_amounts_lists_and_limits_are_told_wherever_they_stand() {
        assertThat(texts.told("May I put down: The fee is gone, soon. (refund 18.40 EUR), by Fri 27 Nov 2026, 18:00"
                        + " - is that agreed?"))
                .isEqualTo("Darf ich festhalten: The fee is gone, soon. (Erstattung 18,40 EUR), bis Fr. 27. Nov. 2026,"
                        + " 18:00 – einverstanden?");
        assertThat(texts.told("goodwill or voucher not at all because 40.00 EUR was given in the last twelve months,"
                        + " refund or credit up to 500.00 EUR (12.50 left)"))
                .isEqualTo(
                        "Kulanz oder Gutschein gar nicht, weil in den letzten zwölf Monaten 40,00 EUR gewährt wurden,"
                                + " Erstattung oder Gutschrift bis 500,00 EUR (noch 12,50)");
        assertThat(texts.told("solution, gold (ServiceLevels:1)")).isEqualTo("Lösung, Gold (ServiceLevels:1)");
        assertThat(texts.told("refund 18.40 EUR, Wed 25 Nov 2026, 17:34\nrefund 2.00 EUR in this case"))
                .isEqualTo("Erstattung 18,40 EUR, Mi. 25. Nov. 2026, 17:34\nErstattung 2,00 EUR in diesem Fall");
    }

    @Test
    void the_history_is_told_and_what_people_said_in_it_stays() {
        assertThat(texts.told("AssessUrgency:1: urgency 60 (angry, gold customer)"))
                .isEqualTo("AssessUrgency:1: Dringlichkeit 60 (zornig, Goldkunde)");
        assertThat(texts.told("escalate: I want your boss, now"))
                .isEqualTo("abgelehnt, will zur nächsten Stufe: I want your boss, now");
        assertThat(texts.told("reduce by manager2 for manager1: refund 560.00 EUR and goodwill 60.00 EUR"))
                .isEqualTo("gekürzt von manager2 für manager1: Erstattung 560,00 EUR und Kulanz 60,00 EUR");
        assertThat(texts.told("team-north-manager: No routing rule fits R-1; it went to team-north-supervisor."))
                .isEqualTo("team-north-manager: Keine Regel passt auf R-1; der Fall ging an team-north-supervisor.");
    }

    @Test
    void what_the_customer_or_a_colleague_said_is_never_altered() {
        assertThat(texts.told("escalate: No, solution, threat, now"))
                .isEqualTo("abgelehnt, will zur nächsten Stufe: No, solution, threat, now");
        assertThat(texts.told("another-angle: no")).isEqualTo("abgelehnt, will etwas anderes: no");
        assertThat(texts.told("escalate: First,\nno\nopen")).endsWith(": First,\nno\nopen");
        assertThat(texts.told("yes, rating 4: agreed, by the way: solution"))
                .isEqualTo("ja, Bewertung 4: agreed, by the way: solution");
        assertThat(texts.told("yes: solution")).isEqualTo("ja: solution");
        assertThat(texts.told("from Amira Haddad: he goes from A to B: now"))
                .isEqualTo("von Amira Haddad: he goes from A to B: now");
        assertThat(texts.told("A new line, solution, by noon; refund 18.40 EUR; by Fri 27 Nov 2026, 18:00"))
                .isEqualTo("A new line, solution, by noon; Erstattung 18,40 EUR; bis Fr. 27. Nov. 2026, 18:00");
        assertThat(texts.told("Call, solution, no; by Fri 27 Nov 2026, 18:00"))
                .isEqualTo("Call, solution, no; bis Fr. 27. Nov. 2026, 18:00");
        assertThat(texts.told("Note: solution by Fri 27 Nov 2026, 18:00 (Amira Haddad)"))
                .isEqualTo("Note: solution bis Fr. 27. Nov. 2026, 18:00 (Amira Haddad)");
        assertThat(texts.told("Solution, no: kept (open, late)")).isEqualTo("Solution, no: gehalten (open, late)");
        assertThat(texts.told("refund 18.40 EUR: kept (paid, open)"))
                .isEqualTo("Erstattung 18,40 EUR: gehalten (paid, open)");
        assertThat(texts.told("May I put down: solution - is that agreed?"))
                .isEqualTo("Darf ich festhalten: solution – einverstanden?");
        assertThat(texts.told("Ben Novak names you in R-1: agreed, no"))
                .isEqualTo("Ben Novak nennt Sie in R-1: agreed, no");
    }

    @Test
    void groups_are_named_in_german_whoever_is_told() {
        assertThat(texts.told("Supervisors of team north: Solution of R-1 was due Wed 25 Nov 2026, 13:30."
                        + " Rule: solution (ServiceLevels:1)."))
                .isEqualTo("Vorgesetzte von Team north: Lösung von R-1 war fällig Mi. 25. Nov. 2026, 13:30."
                        + " Regel: Lösung (ServiceLevels:1).");
        assertThat(texts.told("text: names @nobody, but there is nobody with that user id. Nothing was stored yet."))
                .as("a field keeps its name")
                .startsWith("text: nennt @nobody,");
        assertThat(texts.told("Summary resolution of R-1 is still open and was due Tue 1 Dec 2026, 01:00. Rule: DISP."))
                .startsWith("Zusammenfassender Bescheid von R-1 ist noch offen");
        assertThat(texts.told("José Núñez: R-1 is yours now.")).isEqualTo("José Núñez: R-1 gehört jetzt Ihnen.");
        assertThat(texts.told("to level 2, Supervisors of team north: threat"))
                .isEqualTo("an Stufe 2, Vorgesetzte von Team north: Drohung");
        assertThat(texts.told("Attempt 1: reached")).isEqualTo("Versuch 1: erreicht");
        assertThat(texts.told("from Check agreement back to Restate: She said no."))
                .isEqualTo("von Einverständnis prüfen zurück zu Wiederholen: She said no.");
    }

    @Test
    void in_english_nothing_changes() {
        LocaleContextHolder.setLocale(Locale.UK);
        assertThat(texts.told("story: is missing.")).isEqualTo("story: is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "escalation", "callback", "promise", "followup", "teamwork", "absence", "draft"})
    void every_refusal_of_the_package_is_known_in_german(String name) throws Exception {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/recourse", name))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java"))
                            .flatMap(GermanSentencesTest::refusals)
                            .filter(refusal -> texts.told(refusal).equals(refusal))
                            .toList())
                    .as("add them to messages/sentences_de.json")
                    .isEmpty();
        }
    }

    @Test
    void every_notice_and_every_line_of_the_history_is_known_in_German() throws Exception {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/recourse"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java"))
                            .flatMap(source -> literals(source, RECORDED))
                            .filter(literal -> literal.contains(" ") && literal.matches("(?!GET|POST).*[a-z]{3}.*"))
                            .filter(literal -> !literal.startsWith(" + ") && !IN_PIECES.contains(literal))
                            .filter(sentence -> texts.told(sentence).equals(sentence))
                            .toList())
                    .as("add them to messages/sentences_de.json")
                    .isEmpty();
        }
    }

    private static Stream<String> literals(Path source, Pattern calls) {
        return calls.matcher(read(source))
                .results()
                .flatMap(call -> LITERAL.matcher(call.group(1))
                        .results()
                        .map(literal -> literal.group(1).replace("\\\"", "\"").replaceAll("%,?\\d*[sd]", "7")));
    }

    /** Of a sentence in pieces the last one is looked at, with something in front. */
    private static Stream<String> refusals(Path source) {
        return REFUSAL.matcher(read(source))
                .results()
                .map(refusal -> LITERAL.matcher(refusal.group(1))
                        .results()
                        .map(literal -> literal.group(1).replace("\\\"", "\""))
                        .filter(literal -> literal.contains(" ") && literal.endsWith("."))
                        .toList())
                .filter(literals -> !literals.isEmpty())
                .map(literals -> literals.get(literals.size() - 1))
                .map(literal -> literal.replaceAll("%,?\\d*[sd]", "7"))
                .map(literal -> literal.startsWith(" ") ? "R-1" + literal : literal);
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
