/** What the engine recorded of a case, told without the engine's words: decisions, paths, operations, incidents. */
@NullMarked
package org.recourse.insight.history;

import org.jspecify.annotations.NullMarked;
