package org.recourse.clock;

import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/** What the clocks must know of a case. */
public record Clocked(
        CaseNumber caseNumber,
        String team,
        int urgency,
        String tier,
        @Nullable String product) {}
