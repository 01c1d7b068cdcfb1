/** What can be known about cases when all capabilities are looked at together. */
@NullMarked
package org.recourse.insight;

import org.jspecify.annotations.NullMarked;
