/** Which waiting steps the engine lets a person see. */
@NullMarked
package org.recourse.worklist.process;

import org.jspecify.annotations.NullMarked;
