package org.recourse.notification;

import javax.sql.DataSource;
import org.recourse.customer.TestPostgres;

/** The same on PostgreSQL. */
class TextDeliveryIT extends TextDeliveryTest {

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }
}
