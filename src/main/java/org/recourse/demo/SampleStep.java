package org.recourse.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recourse.calendar.BusinessCalendar;

/**
 * One thing that happened in a sample case.
 *
 * @param at {@code -6 10:05}: at 10:05, six business days ago; {@code -20m}: twenty minutes ago
 * @param by who did it; {@code customer} for a page of theirs
 * @param step id of a human step, or {@code open}, {@code withdraw}, {@code pay}, {@code rate}
 * @param answers what was written; a text that begins with {@code @} is a time told like {@code at}
 */
record SampleStep(String at, String by, String step, Map<String, Object> answers) {

    private static final Pattern MINUTES = Pattern.compile("-(\\d+)m");
    private static final Pattern DAYS = Pattern.compile("([+-]?\\d+) (\\d\\d:\\d\\d)");

    Instant time(Instant now, BusinessCalendar calendar) {
        return time(at, now, calendar);
    }

    Map<String, Object> answers(Instant now, BusinessCalendar calendar) {
        Map<String, Object> told = new HashMap<>(answers);
        told.replaceAll((field, answer) -> answer instanceof String text && text.startsWith("@")
                ? time(text.substring(1), now, calendar).toString()
                : answer);
        return told;
    }

    private static Instant time(String text, Instant now, BusinessCalendar calendar) {
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return now.minus(Duration.ofMinutes(Long.parseLong(minutes.group(1))));
        }
        Matcher days = DAYS.matcher(text);
        if (!days.matches()) {
            throw new IllegalArgumentException("\"%s\" is no time of a sample case.".formatted(text));
        }
        return businessDay(Integer.parseInt(days.group(1)), LocalTime.parse(days.group(2)), now, calendar);
    }

    private static Instant businessDay(int days, LocalTime at, Instant now, BusinessCalendar calendar) {
        var today = now.atZone(calendar.zone()).toLocalDate();
        var day = today;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(Integer.signum(days));
            if (calendar.isBusinessDay(day)) {
                left--;
            }
        }
        return day.atTime(at).atZone(calendar.zone()).toInstant();
    }
}
