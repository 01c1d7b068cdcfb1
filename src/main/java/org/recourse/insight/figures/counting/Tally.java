package org.recourse.insight.figures.counting;

import org.recourse.insight.figures.facts.Figure;

/**
 * How many facts of a period are alike.
 *
 * @param group what they are broken down by; empty when by nothing
 * @param value what was measured of each, {@link Double#NaN} when the figure only counts
 */
public record Tally(Figure figure, String group, boolean met, double value, String part, long facts) {}
