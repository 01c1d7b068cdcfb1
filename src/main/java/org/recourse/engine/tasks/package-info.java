/** Lists of tasks that stay fast however many cases are open. */
@NullMarked
package org.recourse.engine.tasks;

import org.jspecify.annotations.NullMarked;
