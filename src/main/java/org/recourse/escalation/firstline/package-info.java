/** The steps of whoever takes the call. */
@NullMarked
package org.recourse.escalation.firstline;

import org.jspecify.annotations.NullMarked;
