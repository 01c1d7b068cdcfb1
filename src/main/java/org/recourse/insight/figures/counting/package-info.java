/** Keeps the facts as rows, up to date, and counts what is alike among them. */
@NullMarked
package org.recourse.insight.figures.counting;

import org.jspecify.annotations.NullMarked;
