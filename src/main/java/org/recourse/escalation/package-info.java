/** The case: its story, contacts, proposals and hand-overs, and the human steps of the first and second line. */
@NullMarked
package org.recourse.escalation;

import org.jspecify.annotations.NullMarked;
