package org.recourse.insight.figures.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/**
 * One thing that is in a figure's denominator: a case, a contact, a settlement, a promise.
 *
 * @param at its place in time as the definition has it
 * @param met whether it is in the numerator
 * @param value what is measured (seconds, points), {@link Double#NaN} when the figure only counts
 * @param part a subdivision of the figure: a clock, a kind of promise, the person charged; empty when there is none
 * @param countsFrom the end of the window that has to pass, or the moment after it fell due; null when it counts at once
 */
public record Fact(
        Figure figure,
        CaseNumber caseNumber,
        Instant at,
        Facets facets,
        boolean met,
        double value,
        String part,
        @Nullable Instant countsFrom) {

    static Fact counted(Figure figure, CaseNumber caseNumber, Instant at, Facets facets, boolean met, String part) {
        return new Fact(figure, caseNumber, at, facets, met, Double.NaN, part, null);
    }

    static Fact measured(Figure figure, CaseNumber caseNumber, Instant at, Facets facets, double value, String part) {
        return new Fact(figure, caseNumber, at, facets, true, value, part, null);
    }

    Fact from(@Nullable Instant moment) {
        return new Fact(figure, caseNumber, at, facets, met, value, part, moment);
    }
}
