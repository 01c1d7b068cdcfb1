/** Reads the engine's history. */
@NullMarked
package org.recourse.insight.process;

import org.jspecify.annotations.NullMarked;
