/** What leaves Recourse as a file for spreadsheets, and what comes with it as one. */
@NullMarked
package org.recourse.export;

import org.jspecify.annotations.NullMarked;
