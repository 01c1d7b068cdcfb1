/** What was offered to the customer, on whose authority, and what they said. */
@NullMarked
package org.recourse.escalation.offer;

import org.jspecify.annotations.NullMarked;
