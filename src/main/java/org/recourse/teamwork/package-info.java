/** How colleagues work on a case together: comments, and notices of what they need to know (R26). */
@NullMarked
package org.recourse.teamwork;

import org.jspecify.annotations.NullMarked;
