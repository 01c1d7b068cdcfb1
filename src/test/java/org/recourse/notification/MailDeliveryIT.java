package org.recourse.notification;

import javax.sql.DataSource;
import org.recourse.customer.TestPostgres;

/** The same on PostgreSQL. */
class MailDeliveryIT extends MailDeliveryTest {

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }
}
