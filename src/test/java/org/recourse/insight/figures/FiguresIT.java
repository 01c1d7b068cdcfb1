package org.recourse.insight.figures;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.recourse.customer.TestPostgres;

/** The same on PostgreSQL. */
class FiguresIT extends FiguresTest {

    private static DataSource pooled(DataSource server) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(server);
        pool.setMaximumPoolSize(2);
        return new HikariDataSource(pool);
    }

    @Override
    DataSource tables() {
        return pooled(TestPostgres.migrated());
    }
}
