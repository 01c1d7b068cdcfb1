/**
 * The figures of docs/figures.md, counted from the records of each case behind the work, kept as rows, and formed again
 * from the records whenever somebody doubts them (docs/decisions/figures.md).
 */
@NullMarked
package org.recourse.insight.figures;

import org.jspecify.annotations.NullMarked;
