package org.recourse.insight.explanation;

import java.time.Instant;
import java.util.List;

/** One sentence of the explanation. */
public record Reason(Instant at, String topic, String sentence, List<Evidence> evidence) {}
