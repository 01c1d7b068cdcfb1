/** What the capabilities ask of the engine in the words of their processes. */
@NullMarked
package org.recourse.engine.calls;

import org.jspecify.annotations.NullMarked;
