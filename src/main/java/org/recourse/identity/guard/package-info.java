/** Shuts every route that is not named, and refuses requests that are not what they seem. */
@NullMarked
package org.recourse.identity.guard;

import org.jspecify.annotations.NullMarked;
