/** What the process that watches a clock tells the domain, and what the domain tells it; the table of service levels. */
@NullMarked
package org.recourse.clock.process;

import org.jspecify.annotations.NullMarked;
