package org.recourse.insight.figures.facts;

import java.util.Locale;

/** What is measured. Names and definitions in words are texts whose keys begin with {@code figure.}. */
public enum Figure {
    ESCALATION_RATE(Unit.SHARE, Better.LOWER),
    SECOND_ESCALATION(Unit.SHARE, Better.LOWER),
    FIRST_CONTACT_RESOLUTION(Unit.SHARE, Better.HIGHER),
    FIRST_LEVEL_RESOLUTION(Unit.SHARE, Better.HIGHER),
    HANDLING_TIME(Unit.SECONDS, Better.NEITHER),
    HANDLING_TIME_PER_CASE(Unit.SECONDS, Better.NEITHER),
    SATISFACTION(Unit.SHARE, Better.HIGHER),
    RESPONSE_RATE(Unit.SHARE, Better.HIGHER),
    REPEAT_RATE(Unit.SHARE, Better.LOWER),
    CHASE_RATE(Unit.SHARE, Better.LOWER),
    KEPT_PROMISES(Unit.SHARE, Better.HIGHER),
    CALLBACKS_REACHED(Unit.SHARE, Better.HIGHER),
    DEADLINE_BREACH(Unit.SHARE, Better.LOWER),
    MOOD_CHANGE(Unit.POINTS, Better.LOWER),
    ADVISED(Unit.COUNT, Better.NEITHER),
    QUESTIONS_ASKED(Unit.COUNT, Better.NEITHER),
    APPROVALS_ASKED(Unit.COUNT, Better.NEITHER);

    /** SHARE: numerator ÷ denominator; SECONDS and POINTS: a mean with its median and p90; COUNT: how many. */
    public enum Unit {
        SHARE,
        SECONDS,
        POINTS,
        COUNT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which direction is an improvement. */
    public enum Better {
        LOWER,
        HIGHER,
        NEITHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Unit unit;
    private final Better better;

    Figure(Unit unit, Better better) {
        this.unit = unit;
        this.better = better;
    }

    /** As in the API: {@code escalation-rate}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Unit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }
}
