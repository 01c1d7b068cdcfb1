/** Who the customer is: master data, finding them by whatever they give, corrections that leave a trail. */
@NullMarked
package org.recourse.customer;

import org.jspecify.annotations.NullMarked;
