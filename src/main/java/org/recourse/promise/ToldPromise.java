package org.recourse.promise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/** A {@link Promise} in the language of one reader. */
public record ToldPromise(
        long id,
        CaseNumber caseNumber,
        PromiseKind kind,
        String what,
        String owner,
        Instant madeAt,
        Instant dueBy,
        Instant brokenAt,
        PromiseState state,
        @Nullable Instant doneAt,
        @Nullable String reason) {}
