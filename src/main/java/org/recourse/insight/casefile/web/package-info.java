/** The case file as {@code GET /api/cases/{caseNumber}}. */
@NullMarked
package org.recourse.insight.casefile.web;

import org.jspecify.annotations.NullMarked;
