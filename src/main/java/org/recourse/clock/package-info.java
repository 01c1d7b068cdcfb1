/**
 * The clocks of a case (B4, B8): the service clock in business time, the regulatory clock that never pauses. Every
 * stretch of a clock is stored with its cause and the calendar it was counted by, so that a due time can be proved.
 */
@NullMarked
package org.recourse.clock;

import org.jspecify.annotations.NullMarked;
