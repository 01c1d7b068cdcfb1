package org.recourse.compensation.web;

import org.junit.jupiter.api.Tag;
import org.recourse.PostgresApplicationTest;

/** The same on PostgreSQL. */
@PostgresApplicationTest
@Tag("B1")
class BudgetRoutesIT extends BudgetRoutesTest {}
