/** How a case begins: whose it is, and whether it belongs to one that is already there. */
@NullMarked
package org.recourse.escalation.opening;

import org.jspecify.annotations.NullMarked;
