package org.recourse.insight.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The instants that any zone on earth may count among some days; {@code now} decides what has fallen due. */
record Span(OffsetDateTime from, OffsetDateTime to, Instant now) {

    static Span around(Period period, Instant now) {
        return new Span(utc(period.from().minusDays(1)), utc(period.to().plusDays(2)), now);
    }

    private static OffsetDateTime utc(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
