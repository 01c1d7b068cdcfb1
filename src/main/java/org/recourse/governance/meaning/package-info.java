/** What the files of a release mean together: whether a case that goes through them could get stuck or break a promise. */
@NullMarked
package org.recourse.governance.meaning;

import org.jspecify.annotations.NullMarked;
