/** Tells a case in sentences, each with what it rests on (B2). */
@NullMarked
package org.recourse.insight.explanation;

import org.jspecify.annotations.NullMarked;
