/** What the process of a promise tells the domain, and what the domain tells it. */
@NullMarked
package org.recourse.promise.process;

import org.jspecify.annotations.NullMarked;
