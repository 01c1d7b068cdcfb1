/** How a case ends: settled, closed, withdrawn or opened again, and with what finding. */
@NullMarked
package org.recourse.escalation.settlement;

import org.jspecify.annotations.NullMarked;
