package org.recourse.form;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says points in time the way people in the house read them: {@code Fri 27 Nov 2026, 18:00}. */
@Component
public class Times {

    private static final String DAY_AND_TIME = "EEE d MMM yyyy, HH:mm";
    private static final String TAG_UND_ZEIT = "EEE d. MMM yyyy, HH:mm";

    private final ZoneId house;

    Times(@Value("${recourse.zone:Europe/Berlin}") ZoneId house) {
        this.house = house;
    }

    public ZoneId house() {
        return house;
    }

    /** Empty when there is none. */
    public String told(@Nullable Instant at) {
        return told(at, house);
    }

    /** {@code Fri 27 Nov 2026, 18:00 (Europe/Berlin)}, for files that leave the house. */
    public String toldWithZone(Instant at) {
        return "%s (%s)".formatted(told(at), house);
    }

    public String told(@Nullable Instant at, ZoneId zone) {
        return told(at, zone, Locale.ENGLISH);
    }

    public String told(@Nullable Instant at, ZoneId zone, Locale language) {
        if (at == null) {
            return "";
        }
        String pattern = language.getLanguage().equals("de") ? TAG_UND_ZEIT : DAY_AND_TIME;
        return DateTimeFormatter.ofPattern(pattern, language).format(at.atZone(zone));
    }
}
