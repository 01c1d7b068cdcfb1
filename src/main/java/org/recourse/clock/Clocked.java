package org.recourse.clock;

import org.jspecify.annotations.Nullable;

/** What the clocks must know of a case. */
public record Clocked(
        String caseNumber,
        String team,
        int urgency,
        String tier,
        @Nullable String product) {}
