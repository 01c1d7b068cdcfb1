package org.recourse.escalation;

import org.recourse.PostgresApplicationTest;

/** The same on PostgreSQL. */
@PostgresApplicationTest
class FormGateIT extends FormGateTest {}
