package org.recourse.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.recourse.identifier.Identifier;

/**
 * A sentence of Recourse: a key of the bundles under {@code texts/} and what is filled in. Amounts, days, times, people and
 * other sentences are arguments of their own types and get their form with the language; a String is somebody's words, a
 * name or an id, and stays as it is.
 */
public record Sentence(String key, List<Object> arguments) implements Saying {

    public Sentence {
        arguments = arguments.stream().map(Sentence::plain).toList();
        arguments.forEach(Sentence::demandSayable);
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    /** An identifier is said as its text. */
    private static Object plain(Object argument) {
        if (argument instanceof List<?> list) {
            return list.stream().map(Sentence::plain).toList();
        }
        return argument instanceof Identifier identifier ? identifier.value() : argument;
    }

    private static void demandSayable(Object argument) {
        if (argument instanceof List<?> list) {
            list.forEach(Sentence::demandSayable);
        } else if (!(argument instanceof String
                || argument instanceof Integer
                || argument instanceof Long
                || argument instanceof BigDecimal
                || argument instanceof Money
                || argument instanceof Instant
                || argument instanceof Moment
                || argument instanceof LocalDate
                || argument instanceof YearMonth
                || argument instanceof Person
                || argument instanceof Saying)) {
            throw new IllegalArgumentException("Nobody knows how to say a " + argument.getClass());
        }
    }

    /** In English, for logs and for whoever reads an exception; people are told by {@link Speech}. */
    @Override
    public String toString() {
        return Voice.forLogs().say(this);
    }
}
