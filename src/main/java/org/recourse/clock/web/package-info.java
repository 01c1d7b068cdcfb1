/** What operators and auditors see of the clocks' self-check. */
@NullMarked
package org.recourse.clock.web;

import org.jspecify.annotations.NullMarked;
