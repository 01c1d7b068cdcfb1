package org.recourse.compensation;

import javax.sql.DataSource;
import org.recourse.customer.TestPostgres;

/** The same on PostgreSQL. */
class GrantingIT extends GrantingTest {

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }
}
