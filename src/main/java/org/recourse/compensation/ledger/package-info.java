/** The goodwill ledger: budgets of teams and months, what is reserved, what is committed, what each customer got (B1). */
@NullMarked
package org.recourse.compensation.ledger;

import org.jspecify.annotations.NullMarked;
