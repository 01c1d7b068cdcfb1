package org.recourse.escalation.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One time that we and the customer spoke or wrote, with who held it and the mood at its start and end. */
public record Contact(
        long id,
        ContactKind kind,
        String channel,
        String heldBy,
        int level,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable Integer moodStart,
        @Nullable Integer moodEnd,
        @Nullable String words) {}
