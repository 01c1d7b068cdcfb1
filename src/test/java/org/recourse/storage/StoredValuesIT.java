package org.recourse.storage;

import javax.sql.DataSource;
import org.recourse.customer.TestPostgres;

/** The same on PostgreSQL, whose driver by itself refuses an instant. */
class StoredValuesIT extends StoredValuesTest {

    @Override
    DataSource database() {
        return TestPostgres.migrated();
    }
}
