/** What the callback process tells the domain. */
@NullMarked
package org.recourse.callback.process;

import org.jspecify.annotations.NullMarked;
