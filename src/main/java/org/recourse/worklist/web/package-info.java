/** The routes below {@code /api/work}, which the plugins in Tasklist call. */
@NullMarked
package org.recourse.worklist.web;

import org.jspecify.annotations.NullMarked;
