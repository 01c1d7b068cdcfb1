/** What somebody is asked about a case that stays where it is. */
@NullMarked
package org.recourse.escalation.question;

import org.jspecify.annotations.NullMarked;
