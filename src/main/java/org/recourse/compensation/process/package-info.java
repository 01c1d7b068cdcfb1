/** What the approval process tells the domain, and the authority table asked outside a process. */
@NullMarked
package org.recourse.compensation.process;

import org.jspecify.annotations.NullMarked;
