/** The route for absences. */
@NullMarked
package org.recourse.absence.web;

import org.jspecify.annotations.NullMarked;
