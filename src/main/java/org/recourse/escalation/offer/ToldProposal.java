package org.recourse.escalation.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;
import org.recourse.identifier.PersonId;

/** A {@link Proposal} as other systems and the case file see it: its sentences are said. */
public record ToldProposal(
        long id,
        int number,
        int level,
        String solution,
        Compensation compensation,
        @Nullable Instant dueBy,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable String answer,
        @Nullable String refusalReason,
        @Nullable String allowedBy,
        boolean refused) {}
