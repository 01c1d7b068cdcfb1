/** Sentences as keys with arguments, said only where a person reads them, in that person's language. */
@NullMarked
package org.recourse.text;

import org.jspecify.annotations.NullMarked;
