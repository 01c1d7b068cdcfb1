package org.recourse.escalation.brief;

import org.recourse.customer.Tier;
import org.recourse.text.Sentence;

/** What the tiers of customers are called. */
final class Tiers {

    private Tiers() {}

    static Sentence said(Tier tier) {
        return switch (tier) {
            case STANDARD -> Sentence.of("brief.tier.standard");
            case SILVER -> Sentence.of("brief.tier.silver");
            case GOLD -> Sentence.of("brief.tier.gold");
        };
    }
}
