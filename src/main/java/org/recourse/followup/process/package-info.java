/** What the follow-up process tells the domain, and what the domain tells it. */
@NullMarked
package org.recourse.followup.process;

import org.jspecify.annotations.NullMarked;
