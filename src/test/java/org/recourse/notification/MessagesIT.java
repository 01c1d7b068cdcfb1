package org.recourse.notification;

import javax.sql.DataSource;
import org.recourse.customer.TestPostgres;

/** The same on PostgreSQL. */
class MessagesIT extends MessagesTest {

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }
}
