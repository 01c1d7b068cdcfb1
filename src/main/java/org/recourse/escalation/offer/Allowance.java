package org.recourse.escalation.offer;

import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;

/**
 * What allows the money of an offer.
 *
 * @param place the row of the authority table, or the ceiling; null without money, or while it is still to be approved
 * @param approval by which somebody else decided it; null on one's own authority
 */
public record Allowance(@Nullable Saying place, @Nullable Long approval) {

    public static final Allowance NONE = new Allowance(null, null);
}
