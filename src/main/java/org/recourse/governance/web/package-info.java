/** The routes of process owners. */
@NullMarked
package org.recourse.governance.web;

import org.jspecify.annotations.NullMarked;
