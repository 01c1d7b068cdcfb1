/** The steps of supervisors and managers, up to the final position. */
@NullMarked
package org.recourse.escalation.secondline;

import org.jspecify.annotations.NullMarked;
