/** What comes in as a file: complaints and customers, read row by row, each row in a transaction of its own. */
@NullMarked
package org.recourse.intake;

import org.jspecify.annotations.NullMarked;
