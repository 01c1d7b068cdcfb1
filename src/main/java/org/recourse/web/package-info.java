/** What holds for all routes below {@code /api}, whichever capability they belong to. */
@NullMarked
package org.recourse.web;

import org.jspecify.annotations.NullMarked;
