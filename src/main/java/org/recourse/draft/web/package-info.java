/** {@code /api/drafts}, which a plugin in Tasklist writes while somebody types. */
@NullMarked
package org.recourse.draft.web;

import org.jspecify.annotations.NullMarked;
