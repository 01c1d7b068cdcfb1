/**
 * Knows when people are there: every window, due time and reminder is computed here, by pure functions over instants,
 * so that a time that was stored can be recomputed and compared.
 */
@NullMarked
package org.recourse.calendar;

import org.jspecify.annotations.NullMarked;
