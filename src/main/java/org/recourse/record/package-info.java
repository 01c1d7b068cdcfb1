/** The append-only log of a case: who did what at which step, with the value before and after. */
@NullMarked
package org.recourse.record;

import org.jspecify.annotations.NullMarked;
