/** Everything that is known about one case, in one file and one order. */
@NullMarked
package org.recourse.insight.casefile;

import org.jspecify.annotations.NullMarked;
