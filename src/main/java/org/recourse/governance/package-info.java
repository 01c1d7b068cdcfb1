/** Decides what may be deployed and which expressions may run, because whoever writes an expression writes code. */
@NullMarked
package org.recourse.governance;

import org.jspecify.annotations.NullMarked;
