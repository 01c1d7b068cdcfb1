/** What counts in each figure, found in the records of a case. */
@NullMarked
package org.recourse.insight.figures.facts;

import org.jspecify.annotations.NullMarked;
