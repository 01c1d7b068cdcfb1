package org.recourse.customer;

import javax.sql.DataSource;

/** The same on PostgreSQL. */
class CustomersIT extends CustomersTest {

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }
}
