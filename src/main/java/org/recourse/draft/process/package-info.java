/** Asks the engine which steps are still open and who holds them. */
@NullMarked
package org.recourse.draft.process;

import org.jspecify.annotations.NullMarked;
