/** Messages as operators see them. */
@NullMarked
package org.recourse.notification.web;

import org.jspecify.annotations.NullMarked;
