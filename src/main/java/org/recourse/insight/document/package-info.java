/** A case as documents to hand out. */
@NullMarked
package org.recourse.insight.document;

import org.jspecify.annotations.NullMarked;
