/** What the service clock and the regulatory clock are told about a case. */
@NullMarked
package org.recourse.escalation.clocks;

import org.jspecify.annotations.NullMarked;
