/** Who holds a case, and how it goes into other hands. */
@NullMarked
package org.recourse.escalation.holding;

import org.jspecify.annotations.NullMarked;
