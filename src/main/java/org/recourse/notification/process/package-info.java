/** What the process of a message tells the domain, and what the domain tells it. */
@NullMarked
package org.recourse.notification.process;

import org.jspecify.annotations.NullMarked;
