package org.recourse.escalation;

import org.junit.jupiter.api.Tag;
import org.recourse.PostgresApplicationTest;

/** The same on PostgreSQL. */
@PostgresApplicationTest
@Tag("R27")
class FormKeysIT extends FormKeysTest {}
