package db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** PostgreSQL finds words by an index; H2, which only demonstrations run on, reads the texts. */
public class V93__words extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        if (context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("create index case_text_words on case_text using gin (to_tsvector('simple', body))");
            }
        }
    }
}
