package org.recourse.promise;

/**
 * Kept promises of a period by their due time (docs/figures.md). Cancelled ones, those that the customer moved in time,
 * and those that are not due yet are in none of the numbers.
 */
public record KeptRate(int kept, int late, int broken) {

    /** How many promises the rate is about. */
    public int n() {
        return kept + late + broken;
    }

    /** 0 to 1; 1 when nothing fell due. */
    public double rate() {
        return n() == 0 ? 1 : (double) kept / n();
    }
}
