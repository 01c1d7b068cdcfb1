/** Files that people open in a spreadsheet: how they are read, and how they are written. */
@NullMarked
package org.recourse.spreadsheet;

import org.jspecify.annotations.NullMarked;
