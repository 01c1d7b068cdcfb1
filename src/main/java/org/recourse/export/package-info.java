/** What leaves Recourse as a file for spreadsheets. */
@NullMarked
package org.recourse.export;

import org.jspecify.annotations.NullMarked;
