package org.recourse.insight.explanation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.text.Fallback;
import org.recourse.text.Money;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;

/** The sentences of one explanation, in one language; people by name and id. */
public final class Wording {

    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int HALF_A_MINUTE = 30;

    private static final String PREFIX = "explain.";

    private final Speech speech;
    private final Locale language;
    private final People people;
    private final Map<String, String> names = new HashMap<>();

    Wording(Locale language, Speech speech, People people) {
        this.language = language;
        this.speech = speech;
        this.people = people;
    }

    public String say(String key, Object... values) {
        return say(Sentence.of(PREFIX + key, values));
    }

    public String say(Saying saying) {
        return speech.say(saying, language);
    }

    /** The text, or the value itself where nobody thought of one. */
    public String term(String kind, String value) {
        return has(kind + "." + value) ? say(kind + "." + value) : value.replace('-', ' ');
    }

    private boolean has(String key) {
        return speech.bundles().knows(PREFIX + key, Fallback.LANGUAGE);
    }

    public String time(@Nullable Instant at) {
        return at == null ? "–" : say(Sentence.of("event.value", at));
    }

    /** {@code refund 560.00 EUR and goodwill 60.00 EUR}; empty when there is none. */
    public String money(Compensation compensation) {
        return compensation.lines().stream()
                .map(line -> money(line.kind().value(), line.amount(), compensation.currency()))
                .collect(Collectors.joining(" %s ".formatted(term("money", "and"))));
    }

    public String money(String kind, BigDecimal amount, String currency) {
        return "%s %s".formatted(term("money", kind), say(Sentence.of("event.value", new Money(amount, currency))));
    }

    /** A saying that is kept as data; empty when there is none. */
    String told(@Nullable Saying saying) {
        return saying == null ? "" : say(saying);
    }

    /** Somebody's words in quotation marks. */
    String quoted(String words) {
        return say("quoted", words);
    }

    /** {@code Manager Two (manager2)}; system and customer as words. */
    String person(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return term("person", "nobody");
        }
        return names.computeIfAbsent(id, this::named);
    }

    String person(@Nullable PersonId id) {
        return person(id == null ? null : id.value());
    }

    private String named(String id) {
        if (has("person." + id)) {
            return say("person." + id);
        }
        if (Roles.isGroup(id)) {
            return say(Sentence.of("event.value", new Person(id)));
        }
        String name = people.fullName(PersonId.of(id));
        return name.equals(id) ? id : "%s (%s)".formatted(name, id);
    }

    /** {@code 1 h 8 min}. */
    String span(Duration duration) {
        long minutes = Math.max(0, duration.plusSeconds(HALF_A_MINUTE).toMinutes());
        if (minutes >= 2 * MINUTES_OF_A_DAY) {
            return say("span.days", minutes / MINUTES_OF_A_DAY, minutes % MINUTES_OF_A_DAY / 60);
        }
        return minutes >= 60 ? "%d h %d min".formatted(minutes / 60, minutes % 60) : "%d min".formatted(minutes);
    }
}
