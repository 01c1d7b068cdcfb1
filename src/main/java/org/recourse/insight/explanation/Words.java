package org.recourse.insight.explanation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;
import org.recourse.form.Texts;
import org.recourse.form.Times;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.text.Saying;

/** The sentences of one explanation, in one language; people by name and id. */
public final class Words {

    private static final int MINUTES_OF_TWO_DAYS = 2880;
    private static final int HALF_A_MINUTE = 30;

    private final ResourceBundle texts;
    private final Locale language;
    private final Times times;
    private final ZoneId zone;
    private final People people;
    private final Texts sentences;
    private final Map<String, String> names = new HashMap<>();

    Words(Locale language, Times times, ZoneId zone, People people, Texts sentences) {
        this.language = language.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        this.texts = ResourceBundle.getBundle(
                "insight.explanation",
                this.language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.times = times;
        this.zone = zone;
        this.people = people;
        this.sentences = sentences;
    }

    public String say(String key, @Nullable Object... values) {
        return texts.getString(key).formatted(values);
    }

    /** The text, or the value itself where nobody thought of one. */
    public String term(String kind, String value) {
        String key = kind + "." + value;
        return texts.containsKey(key) ? texts.getString(key) : value.replace('-', ' ');
    }

    public String time(@Nullable Instant at) {
        return at == null ? "–" : times.told(at, zone, language);
    }

    /** {@code refund 560.00 EUR and goodwill 60.00 EUR}; empty when there is none. */
    public String money(Compensation compensation) {
        return compensation.lines().stream()
                .map(line -> money(line.kind().value(), line.amount(), compensation.currency()))
                .collect(Collectors.joining(" %s ".formatted(term("money", "and"))));
    }

    public String money(String kind, BigDecimal amount, String currency) {
        String plain = amount.toPlainString();
        return "%s %s %s"
                .formatted(
                        term("money", kind),
                        language.equals(Locale.GERMAN) ? plain.replace('.', ',') : plain,
                        currency);
    }

    /** A text of the log, its instants in the house's time. */
    String readable(String text) {
        return times.readable(text, language);
    }

    /** A sentence that the log has in English. */
    String told(String sentence) {
        return sentences.told(sentence, language);
    }

    /** A saying that is kept as data; empty when there is none. */
    String told(@Nullable Saying saying) {
        return saying == null ? "" : sentences.told(saying, language);
    }

    /** Whatever was promised, their words stay. */
    String promised(Saying what) {
        return sentences.promised(what, language);
    }

    /** What a customer answered: {@code refused, wants it escalated: “I want your boss.”}. */
    String answer(String logged) {
        String[] answer = logged.split(": ", 2);
        if (!texts.containsKey("answer." + answer[0])) {
            return told(logged);
        }
        String known = term("answer", answer[0]);
        return answer.length == 1 ? known : "%s: %s".formatted(known, quoted(answer[1]));
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

    private String named(String id) {
        if (texts.containsKey("person." + id)) {
            return texts.getString("person." + id);
        }
        if (Roles.isGroup(id)) {
            return told(people.groupName(id));
        }
        String name = people.fullName(id);
        return name.equals(id) ? id : "%s (%s)".formatted(name, id);
    }

    /** {@code 1 h 8 min}. */
    String span(Duration duration) {
        long minutes = Math.max(0, duration.plusSeconds(HALF_A_MINUTE).toMinutes());
        if (minutes >= MINUTES_OF_TWO_DAYS) {
            return say("span.days", minutes / 1440, minutes % 1440 / 60);
        }
        return minutes >= 60 ? "%d h %d min".formatted(minutes / 60, minutes % 60) : "%d min".formatted(minutes);
    }
}
