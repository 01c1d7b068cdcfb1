/** What the process of a case tells the domain, one delegate per service task, and what the domain tells it. */
@NullMarked
package org.recourse.escalation.process;

import org.jspecify.annotations.NullMarked;
