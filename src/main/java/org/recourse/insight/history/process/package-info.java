/** Reads the engine's history. */
@NullMarked
package org.recourse.insight.history.process;

import org.jspecify.annotations.NullMarked;
