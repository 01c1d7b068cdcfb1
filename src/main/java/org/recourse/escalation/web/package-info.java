/** The routes below {@code /api/cases} (docs/contract.md, "Routes"). */
@NullMarked
package org.recourse.escalation.web;

import org.jspecify.annotations.NullMarked;
