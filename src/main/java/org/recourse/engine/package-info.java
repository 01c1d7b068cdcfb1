/** Keeps the engine's internals in one place, so that nobody else has to know them. */
@NullMarked
package org.recourse.engine;

import org.jspecify.annotations.NullMarked;
