package org.recourse.insight.figures;

import java.time.LocalDate;

/**
 * How many facts of a day are alike.
 *
 * @param value what was measured of each, {@link Double#NaN} when the figure only counts
 */
record Tally(Figure figure, LocalDate day, Facets facets, boolean met, double value, String part, long facts) {}
