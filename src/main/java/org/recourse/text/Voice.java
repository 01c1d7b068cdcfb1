package org.recourse.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Says sentences to one reader: in their language, by the clock of one zone, with the names of people. */
final class Voice {

    private static final int CENTS = 2;

    private final Bundles bundles;
    private final Locale language;
    private final ZoneId zone;
    private final Names names;

    Voice(Bundles bundles, Locale language, ZoneId zone, Names names) {
        this.bundles = bundles;
        this.language = bundles.spoken(language);
        this.zone = zone;
        this.names = names;
    }

    /** English, UTC, ids of people: for whoever reads a log file. */
    static Voice forLogs() {
        return new Voice(Bundles.INSTANCE, Fallback.LANGUAGE, ZoneOffset.UTC, Written::new);
    }

    String say(Saying saying) {
        if (saying instanceof Written written) {
            return written.words();
        }
        if (saying instanceof TableText text) {
            return text.in(language);
        }
        Sentence sentence = (Sentence) saying;
        Object[] filled = sentence.arguments().stream().map(this::argument).toArray();
        return bundles.text(sentence.key(), language, filled);
    }

    private Object argument(Object argument) {
        return argument instanceof Integer || argument instanceof Long ? argument : words(argument);
    }

    private String words(Object argument) {
        if (argument instanceof Saying saying) {
            return say(saying);
        }
        if (argument instanceof Person person) {
            return say(names.named(person.id()));
        }
        if (argument instanceof Money money) {
            return bundles.text(
                    "format.money", language, new Object[] {decimal(money.amount(), CENTS), money.currency()});
        }
        if (argument instanceof Instant at) {
            return at(at, zone);
        }
        if (argument instanceof Moment moment) {
            return at(moment.at(), moment.zone());
        }
        if (argument instanceof LocalDate day) {
            return formatted("format.day").format(day);
        }
        if (argument instanceof YearMonth month) {
            return formatted("format.month").format(month);
        }
        if (argument instanceof BigDecimal number) {
            return decimal(number, Math.max(0, number.scale()));
        }
        if (argument instanceof List<?> list) {
            return joined(list);
        }
        return argument.toString();
    }

    String at(Instant at, ZoneId clock) {
        return formatted("format.moment").format(at.atZone(clock));
    }

    private String decimal(BigDecimal number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    private DateTimeFormatter formatted(String pattern) {
        return DateTimeFormatter.ofPattern(bundles.pattern(pattern, language), language);
    }

    private String joined(List<?> list) {
        List<String> parts = list.stream().map(this::words).toList();
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> parts.get(0);
            default ->
                bundles.text("list.and", language, new Object[] {
                    String.join(", ", parts.subList(0, parts.size() - 1)), parts.get(parts.size() - 1)
                });
        };
    }
}
