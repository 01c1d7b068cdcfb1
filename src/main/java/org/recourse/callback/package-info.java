/** Calling the customer back in the window they chose, and again when nobody answers. Knows a case by its number only. */
@NullMarked
package org.recourse.callback;

import org.jspecify.annotations.NullMarked;
