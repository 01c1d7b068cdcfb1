/** What a human step shows, what it accepts and who works it, free of the engine: the domain's half of the form gate. */
@NullMarked
package org.recourse.form;

import org.jspecify.annotations.NullMarked;
