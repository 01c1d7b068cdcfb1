package org.recourse.escalation.opening;

import java.time.Instant;

/**
 * Where a case comes from that nobody told us on the phone.
 *
 * @param source which import and which of its lines, for people
 * @param receivedAt begin of the day on which the complaint was made, from which regulatory clocks count
 */
public record Imported(String source, Instant receivedAt) {

    public static final String FIELD = "imported";
}
