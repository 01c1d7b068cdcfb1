/** What everybody who works on a case is shown of it, so that nobody has to tell the story twice. */
@NullMarked
package org.recourse.escalation.brief;

import org.jspecify.annotations.NullMarked;
