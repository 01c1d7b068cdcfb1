package org.recourse.insight.search;

import javax.sql.DataSource;
import org.recourse.customer.TestPostgres;

/** The same on PostgreSQL, with its index over words. */
class CaseSearchIT extends CaseSearchTest {

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }
}
