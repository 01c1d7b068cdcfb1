/** When we and the customer spoke or wrote, and whether anybody is on the line. */
@NullMarked
package org.recourse.escalation.contact;

import org.jspecify.annotations.NullMarked;
