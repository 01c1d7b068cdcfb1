package org.recourse.followup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/**
 * One planned or made check-in of a case.
 *
 * @param number 1, 2 … per case; 0 is the plan of a written offer
 * @param by mail, text, call or none
 * @param businessDays after the last promise
 * @param answerDays business days that we wait for the answer
 * @param unansweredAt when we stopped waiting for an answer, which is an outcome, too
 * @param courtesy a call after a bad rating of a case that is settled; its answer is no rating
 * @param token of the customer's page, null when there is none; nobody in the house is shown it
 */
public record CheckIn(
        long id,
        CaseNumber caseNumber,
        int number,
        String by,
        int businessDays,
        int answerDays,
        int reminderDays,
        @Nullable Instant dueAt,
        @JsonIgnore @Nullable String token,
        @Nullable Settled settled,
        @Nullable Integer rating,
        @Nullable String comment,
        @Nullable Instant answeredAt,
        @Nullable Instant sentAt,
        @Nullable Instant unansweredAt,
        boolean courtesy) {}
