package org.recourse.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A solution that may fit a complaint.
 *
 * @param solution in plain words: who does what by when
 * @param product null fits every product
 * @param cause null fits every cause
 * @param uses how often it was proposed
 * @param successes how often the customer agreed, at most {@code uses}
 */
public record Article(
        long id,
        String title,
        String solution,
        @Nullable String product,
        @Nullable String cause,
        int uses,
        int successes,
        @Nullable String owner,
        @Nullable LocalDate reviewOn) {}
