/** Releases: the complete sets of diagrams, tables and forms, from the upload to being live. */
@NullMarked
package org.recourse.governance.release;

import org.jspecify.annotations.NullMarked;
