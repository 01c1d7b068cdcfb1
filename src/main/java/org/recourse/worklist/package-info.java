/** What people see of their waiting steps before they open one: Tasklist's cards show no case data of their own. */
@NullMarked
package org.recourse.worklist;

import org.jspecify.annotations.NullMarked;
