/** Who is away, and who stands in: known to approvals, and to whoever hands out work. */
@NullMarked
package org.recourse.absence;

import org.jspecify.annotations.NullMarked;
