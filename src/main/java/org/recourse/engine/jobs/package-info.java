/** Runs jobs at once, and again when two changed the same case at one moment. */
@NullMarked
package org.recourse.engine.jobs;

import org.jspecify.annotations.NullMarked;
