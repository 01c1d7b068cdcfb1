package org.recourse.knowledge;

import javax.sql.DataSource;
import org.recourse.customer.TestPostgres;

/** The same on PostgreSQL. */
class ArticlesIT extends ArticlesTest {

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }
}
