/**
 * The figures of definitions.md, counted from the records themselves: nothing is summed up in advance, so nothing can be
 * out of date (docs/decisions/figures.md).
 */
@NullMarked
package org.recourse.insight.figures;

import org.jspecify.annotations.NullMarked;
