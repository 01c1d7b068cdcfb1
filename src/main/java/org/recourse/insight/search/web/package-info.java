/** Searches, samples and saved searches over {@code /api}. */
@NullMarked
package org.recourse.insight.search.web;

import org.jspecify.annotations.NullMarked;
