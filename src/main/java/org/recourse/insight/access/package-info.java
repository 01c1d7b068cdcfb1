/** Who may look at all cases together. */
@NullMarked
package org.recourse.insight.access;

import org.jspecify.annotations.NullMarked;
