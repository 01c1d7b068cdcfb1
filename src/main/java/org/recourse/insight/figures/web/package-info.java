/** The figures over {@code /api} and as metrics. */
@NullMarked
package org.recourse.insight.figures.web;

import org.jspecify.annotations.NullMarked;
