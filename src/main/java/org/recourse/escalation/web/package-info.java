/** The routes below {@code /api/cases} (design.md, "Routes"). */
@NullMarked
package org.recourse.escalation.web;

import org.jspecify.annotations.NullMarked;
