/** The engine's time, which is also ours, and how late its timers fire. */
@NullMarked
package org.recourse.engine.timers;

import org.jspecify.annotations.NullMarked;
