package org.recourse.governance.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;

/**
 * A complete set of diagrams, tables and forms, told apart by its number; a version that the engine counts is no identity.
 *
 * @param hash of all its files
 * @param author who put it together; the product where a jar brought it
 * @param base the release that was live when its files were put together
 * @param product the set of the jar that it builds on
 * @param deployment what the engine knows it as, once it was live
 * @param publication the note or, in an emergency, the reason
 */
public record Release(
        int number,
        ReleaseState state,
        String hash,
        PersonId author,
        Instant at,
        String note,
        @Nullable Integer base,
        String product,
        @Nullable String deployment,
        @Nullable PersonId publishedBy,
        @Nullable Instant publishedAt,
        @Nullable String publication,
        boolean emergency,
        @Nullable PersonId rejectedBy,
        @Nullable Instant rejectedAt,
        @Nullable String rejection) {

    /** Who a release is by that the jar brought. */
    public static final PersonId PRODUCT = PersonId.of("recourse");

    public boolean is(ReleaseState asked) {
        return state == asked;
    }
}
