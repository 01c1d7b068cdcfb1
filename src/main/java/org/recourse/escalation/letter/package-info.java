/** What a customer gets in writing about a case. */
@NullMarked
package org.recourse.escalation.letter;

import org.jspecify.annotations.NullMarked;
