/** Hands out the documents of a case. */
@NullMarked
package org.recourse.insight.document.web;

import org.jspecify.annotations.NullMarked;
