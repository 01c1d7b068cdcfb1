/** How a file comes in over HTTP. */
@NullMarked
package org.recourse.spreadsheet.web;

import org.jspecify.annotations.NullMarked;
