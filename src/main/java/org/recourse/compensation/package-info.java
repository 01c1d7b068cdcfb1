/** What the customer is given: authority, approval, ceiling and grant. Knows a case by its number only. */
@NullMarked
package org.recourse.compensation;

import org.jspecify.annotations.NullMarked;
