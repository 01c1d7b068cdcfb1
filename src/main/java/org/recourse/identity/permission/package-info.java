/** What roles may do in the engine, and which tasks they see there. */
@NullMarked
package org.recourse.identity.permission;

import org.jspecify.annotations.NullMarked;
