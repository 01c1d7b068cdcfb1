/** Checking in after the last promise was kept: is it really settled, and how satisfied is the customer (R20, R21)? */
@NullMarked
package org.recourse.followup;

import org.jspecify.annotations.NullMarked;
