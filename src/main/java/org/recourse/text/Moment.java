package org.recourse.text;

import java.time.Instant;
import java.time.ZoneId;

/** A point in time to be told by somebody's own clock; a plain {@link Instant} is told by the house's. */
record Moment(Instant at, ZoneId zone) {}
