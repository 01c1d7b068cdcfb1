package org.recourse.clock;

import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;

/** What the clocks must know of a case. */
public record Clocked(
        CaseNumber caseNumber,
        Team team,
        int urgency,
        String tier,
        @Nullable String product) {}
