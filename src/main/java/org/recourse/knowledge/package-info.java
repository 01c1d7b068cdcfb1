/** What has worked before: solutions in plain words and how often customers agreed to them. */
@NullMarked
package org.recourse.knowledge;

import org.jspecify.annotations.NullMarked;
