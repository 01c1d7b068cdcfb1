/** The payment system as the other end of a wire that may fail in any way (contract: docs/payment-api.yaml). */
@NullMarked
package org.recourse.compensation.payment;

import org.jspecify.annotations.NullMarked;
