package org.recourse.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;

/**
 * The answers of one submitted form. Reads each field once in the type the contract gives it, refuses what does not fit
 * with a sentence, and knows at the end which answers no step asked for.
 *
 * <p>Null means the field was absent (unchanged); an empty text means it was cleared.
 */
public final class Answers {

    /** Length of a long text in UTF-16 units (docs/contract.md). */
    public static final int LONG_TEXT = 20_000;

    public static final int SHORT_TEXT = 200;

    private static final int EXTRA_TEXT = 4_000;

    private static final int EXTRA_FACTS = 50;

    private static final int FOREIGN_NAMED = 20;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Map<String, @Nullable Object> values;
    private final Supplier<ZoneId> zone;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> unfit = new LinkedHashSet<>();
    private boolean forgiving;

    /** @param zone in which a date and time without an offset is meant */
    public Answers(Map<String, @Nullable Object> values, Supplier<ZoneId> zone) {
        this.values = values;
        this.zone = zone;
    }

    /**
     * From here on an answer that does not fit is not refused but kept among the extras, word for word: an exit from a
     * call always goes through.
     */
    public void forgive() {
        forgiving = true;
    }

    private <T> @Nullable T unlessForgiven(String field, Supplier<@Nullable T> reading) {
        try {
            return reading.get();
        } catch (RefusedInput refused) {
            if (!forgiving) {
                throw refused;
            }
            unfit.add(field);
            return null;
        }
    }

    public @Nullable String text(String field) {
        return text(field, LONG_TEXT);
    }

    /** What somebody wrote down; numbers of payment cards in it are hidden. */
    public @Nullable String text(String field, int limit) {
        String text = unlessForgiven(field, () -> readText(field, limit));
        return text == null ? null : CardNumbers.hide(text);
    }

    private @Nullable String readText(String field, int limit) {
        Object value = value(field);
        if (value == null) {
            return values.containsKey(field) ? "" : null;
        }
        String text = GivenText.read(field, value.toString());
        if (text.length() > limit) {
            throw tooLong(field, text, limit);
        }
        return text.isBlank() ? "" : text;
    }

    /** A text that names somebody or something, such as a phone number: taken as it is, card or not. */
    public @Nullable String identifier(String field, int limit) {
        return unlessForgiven(field, () -> readText(field, limit));
    }

    /** The same in the notation that the reading gives it; it refuses what it cannot read. */
    public @Nullable String identifier(String field, int limit, UnaryOperator<String> reading) {
        return unlessForgiven(field, () -> {
            String text = readText(field, limit);
            return text == null || text.isEmpty() ? text : reading.apply(text);
        });
    }

    /**
     * What Recourse itself hands over beside the answers of a form. Nothing that comes from outside, whatever its name,
     * is ever an instance of the type.
     */
    public <T> @Nullable T handed(String field, Class<T> type) {
        Object value = values.get(field);
        return type.isInstance(value) ? type.cast(value(field)) : null;
    }

    public String required(String field, int limit, String sentence) {
        return required(field, limit, new Written(sentence));
    }

    /** A text that must be given: absent and blank are refused with that sentence. */
    public String required(String field, int limit, Saying sentence) {
        String text = text(field, limit);
        if (text == null || text.isEmpty()) {
            throw new RefusedInput(field, sentence);
        }
        return text;
    }

    /** One of the values of an enumeration of the contract, null when absent or left empty. */
    public <E extends Enum<E> & Choice> @Nullable E choice(String field, Class<E> type) {
        return unlessForgiven(field, () -> readChoice(field, type));
    }

    private <E extends Enum<E> & Choice> @Nullable E readChoice(String field, Class<E> type) {
        Object value = value(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        String given = value.toString().strip();
        for (E constant : type.getEnumConstants()) {
            if (constant.value().equals(given)) {
                return constant;
            }
        }
        throw new RefusedInput(field, Sentence.of("form.not-a-choice", shortened(given), choices(type)));
    }

    public <E extends Enum<E> & Choice> E requiredChoice(String field, Class<E> type) {
        E choice = choice(field, type);
        if (choice == null) {
            throw new RefusedInput(field, Sentence.of("form.choice-missing", choices(type)));
        }
        return choice;
    }

    /** Several values of an enumeration: a list, or texts separated by commas. */
    public <E extends Enum<E> & Choice> @Nullable List<E> choices(String field, Class<E> type) {
        return unlessForgiven(field, () -> readChoices(field, type));
    }

    private <E extends Enum<E> & Choice> @Nullable List<E> readChoices(String field, Class<E> type) {
        Object value = value(field);
        if (value == null) {
            return null;
        }
        Collection<?> given = value instanceof Collection<?> list
                ? list
                : List.of(value.toString().replaceAll("[\\[\\]\"]", "").split(","));
        List<E> chosen = new ArrayList<>();
        for (Object one : given) {
            if (!String.valueOf(one).isBlank()) {
                E choice = new Answers(Map.of(field, one.toString().strip()), zone).readChoice(field, type);
                if (choice != null && !chosen.contains(choice)) {
                    chosen.add(choice);
                }
            }
        }
        return chosen;
    }

    /** A whole number between the bounds, inclusive; accepted as number or text. */
    public @Nullable Integer number(String field, int from, int to) {
        return unlessForgiven(field, () -> readNumber(field, from, to));
    }

    private @Nullable Integer readNumber(String field, int from, int to) {
        Object value = value(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        try {
            int number = new BigDecimal(value.toString().strip()).intValueExact();
            if (number >= from && number <= to) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException notWhole) {
            // refused below with the same sentence
        }
        throw new RefusedInput(field, Sentence.of("form.not-a-whole-number", shortened(value.toString()), from, to));
    }

    /** An amount of money, not negative, with at most two decimals. */
    public @Nullable BigDecimal amount(String field) {
        return unlessForgiven(field, () -> readAmount(field));
    }

    private @Nullable BigDecimal readAmount(String field) {
        Object value = value(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        BigDecimal amount;
        try {
            amount = Amounts.read(field, value);
        } catch (NumberFormatException notANumber) {
            throw new RefusedInput(field, Sentence.of("form.not-an-amount", shortened(value.toString())));
        }
        if (amount.signum() < 0) {
            throw new RefusedInput(field, Sentence.of("form.amount-negative"));
        }
        if (amount.stripTrailingZeros().scale() > 2 || amount.compareTo(new BigDecimal("9999999.99")) > 0) {
            throw new RefusedInput(field, Sentence.of("form.amount-out-of-bounds"));
        }
        return amount.setScale(2);
    }

    /** A point in time; without an offset it is meant in the zone of the case. */
    public @Nullable Instant instant(String field) {
        return unlessForgiven(field, () -> readInstant(field));
    }

    /** The same, no later than that instant. */
    public @Nullable Instant instant(String field, Instant latest) {
        return unlessForgiven(field, () -> {
            Instant at = readInstant(field);
            if (at != null && at.isAfter(latest)) {
                throw new RefusedInput(field, Sentence.of("form.too-late", at, latest));
            }
            return at;
        });
    }

    private @Nullable Instant readInstant(String field) {
        Object value = value(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        Instant at = value instanceof java.util.Date date ? date.toInstant() : parsed(field, value.toString());
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new RefusedInput(field, Sentence.of("form.not-this-century", shortened(value.toString())));
        }
        return at;
    }

    private Instant parsed(String field, String given) {
        String text = given.strip();
        try {
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                            .toInstant()
                    : LocalDateTime.parse(text).atZone(zone.get()).toInstant();
        } catch (DateTimeException malformed) {
            throw new RefusedInput(field, Sentence.of("form.not-a-moment", shortened(text)));
        }
    }

    /** Marks a field as known although this step does nothing with it (shown, or of another branch). */
    public Answers ignore(String... fields) {
        asked.addAll(List.of(fields));
        return this;
    }

    /**
     * The answers of a route of the API, which has no form.
     *
     * @param fields all that the route reads
     * @throws RefusedInput naming every other one
     */
    public Answers only(String... fields) {
        demandKnown(Set.of(fields));
        return this;
    }

    /**
     * Answers that the form declares and that no step asked for, and at an exit those of the step's own that do not fit.
     * An exit keeps them at any length and number.
     *
     * @throws RefusedInput naming each answer that neither the step nor the form knows, or the one that is too much
     */
    public List<ExtraFact> extras(FormFields form) {
        Set<String> known = new LinkedHashSet<>(form.labels().keySet());
        known.addAll(asked);
        demandKnown(known);
        List<ExtraFact> extras = new ArrayList<>();
        for (String field : known) {
            String text = asked.contains(field) && !unfit.contains(field) ? "" : extraText(field);
            if (!text.isBlank()) {
                demandRoom(field, text, extras.size());
                extras.add(new ExtraFact(form.form(), field, form.label(field), CardNumbers.hide(text)));
            }
        }
        return extras;
    }

    private String extraText(String field) {
        Object value = values.get(field);
        String text = value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value == null ? "" : value.toString();
        return forgiving ? GivenText.readable(text) : GivenText.read(field, text);
    }

    private void demandRoom(String field, String text, int kept) {
        if (forgiving) {
            return;
        }
        if (text.length() > EXTRA_TEXT) {
            throw tooLong(field, text, EXTRA_TEXT);
        }
        if (kept == EXTRA_FACTS) {
            throw new RefusedInput(field, Sentence.of("form.one-extra-too-many", EXTRA_FACTS));
        }
    }

    private void demandKnown(Set<String> known) {
        List<String> foreign = values.keySet().stream()
                .filter(field -> !known.contains(field))
                .sorted()
                .limit(FOREIGN_NAMED)
                .map(Answers::shortened)
                .toList();
        if (!foreign.isEmpty()) {
            throw new RefusedInput(String.join(", ", foreign), Sentence.of("form.foreign"));
        }
    }

    private static RefusedInput tooLong(String field, String text, int limit) {
        return new RefusedInput(field, Sentence.of("form.too-long", text.length(), limit));
    }

    private @Nullable Object value(String field) {
        asked.add(field);
        return values.get(field);
    }

    private static <E extends Enum<E> & Choice> String choices(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Choice::value).toList());
    }

    private static String shortened(String text) {
        return GivenText.cut(GivenText.readable(text), 60);
    }
}
