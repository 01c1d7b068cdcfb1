package org.recourse.insight.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a case came by an element of a diagram.
 *
 * @param calledInstance instance of the called process, for call activities
 * @param cancelled left by a timer, a message or a correction instead of being completed
 */
public record Passage(
        String process,
        String processName,
        int version,
        String definitionId,
        String instanceId,
        String element,
        @Nullable String name,
        String type,
        @Nullable String person,
        Instant from,
        @Nullable Instant to,
        boolean cancelled,
        @Nullable String calledInstance) {}
