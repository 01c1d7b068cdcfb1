/** Finds cases, open and finished, by what is known of them and by the words in them (docs/decisions/search.md). */
@NullMarked
package org.recourse.insight.search;

import org.jspecify.annotations.NullMarked;
