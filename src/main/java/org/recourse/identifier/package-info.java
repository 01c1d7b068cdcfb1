/** What cases are told apart by. Every room may know it, and it knows none. */
@NullMarked
package org.recourse.identifier;

import org.jspecify.annotations.NullMarked;
