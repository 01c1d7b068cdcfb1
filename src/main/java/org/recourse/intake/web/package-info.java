/** The routes by which files come in. */
@NullMarked
package org.recourse.intake.web;

import org.jspecify.annotations.NullMarked;
