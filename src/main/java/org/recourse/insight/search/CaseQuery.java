package org.recourse.insight.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for; null or blank stands for anything.
 *
 * @param words of story, comments, offers; all of them
 * @param caseNumber whole, or the number at its end
 * @param customer number or part of the name
 * @param person who opened, held, owned, handed over, approved or settled it, or held a contact
 * @param from first day on which it was opened, in the house's zone
 * @param deadline overdue, missed or in-time
 */
public record CaseQuery(
        @Nullable String words,
        @Nullable String caseNumber,
        @Nullable String customer,
        @Nullable String person,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String state,
        @Nullable String outcome,
        @Nullable Integer level,
        @Nullable String cause,
        @Nullable String trigger,
        @Nullable String deadline,
        @Nullable String product,
        @Nullable String team,
        @Nullable String channel) {}
