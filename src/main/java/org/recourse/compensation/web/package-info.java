/** The routes for money: grants to be paid by hand, budgets and what stands behind their figures. */
@NullMarked
package org.recourse.compensation.web;

import org.jspecify.annotations.NullMarked;
