/** The figures of a period, with what each of them means. */
@NullMarked
package org.recourse.insight.figures.report;

import org.jspecify.annotations.NullMarked;
