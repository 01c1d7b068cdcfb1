/** Files that belong to a case: what the customer sent, a photograph, a bill. */
@NullMarked
package org.recourse.attachment;

import org.jspecify.annotations.NullMarked;
