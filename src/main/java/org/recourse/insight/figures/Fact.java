package org.recourse.insight.figures;

import java.time.Instant;

/**
 * One thing that is in a figure's denominator: a case, a contact, a settlement, a promise.
 *
 * @param at its place in time as the definition has it
 * @param met whether it is in the numerator
 * @param value what is measured (seconds, points), {@link Double#NaN} when the figure only counts
 * @param part a subdivision of the figure: a clock, a kind of promise, the person charged; empty when there is none
 */
public record Fact(
        Figure figure, String caseNumber, Instant at, Facets facets, boolean met, double value, String part) {

    static Fact counted(Figure figure, String caseNumber, Instant at, Facets facets, boolean met, String part) {
        return new Fact(figure, caseNumber, at, facets, met, Double.NaN, part);
    }

    static Fact measured(Figure figure, String caseNumber, Instant at, Facets facets, double value, String part) {
        return new Fact(figure, caseNumber, at, facets, true, value, part);
    }
}
