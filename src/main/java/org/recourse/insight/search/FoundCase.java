package org.recourse.insight.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/**
 * A case in a list.
 *
 * @param offeredTo the group that it waits for somebody of; null when it has an owner or is over
 */
public record FoundCase(
        CaseNumber caseNumber,
        String title,
        String customerNumber,
        @Nullable String customerName,
        String team,
        @Nullable String product,
        String channel,
        int level,
        String state,
        @Nullable String outcome,
        @Nullable String cause,
        @Nullable String trigger,
        @Nullable String agent,
        @Nullable String owner,
        @Nullable String settledBy,
        @Nullable String offeredTo,
        int urgency,
        Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable Instant closedAt,
        String deadline,
        boolean practice) {}
