/** Comments below {@code /api/cases}, notices below {@code /api/notices}. */
@NullMarked
package org.recourse.teamwork.web;

import org.jspecify.annotations.NullMarked;
