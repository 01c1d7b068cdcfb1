package org.recourse.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;

/**
 * One wish to be called back.
 *
 * @param windowFrom null until a window is booked, when the customer named none
 * @param promiseId the promise that the window is
 */
public record Callback(
        long id,
        CaseNumber caseNumber,
        int level,
        Team team,
        String owner,
        @Nullable String number,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        boolean chosenByCustomer,
        CallbackState state,
        int attempts,
        @Nullable Long promiseId) {}
