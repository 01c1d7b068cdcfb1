package db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Who had to do with a case, once for each person, so that a person's cases are looked up; and on PostgreSQL the words of a
 * case ready to be compared, and the words of customers' names. The job that gathers words fills it.
 */
public class V132__search_by_words_and_people extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("""
                    create table case_person (
                      person varchar(64) not null,
                      case_number varchar(40) not null,
                      primary key (person, case_number)
                    )""");
            statement.execute("create index case_person_by_case on case_person (case_number)");
            statement.execute("update case_text_progress set event_id = 0");
            if (context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                statement.execute("drop index case_text_words");
                statement.execute("""
                        alter table case_text add column words tsvector
                          generated always as (to_tsvector('simple', body)) stored""");
                statement.execute("create index case_text_words on case_text using gin (words)");
                statement.execute("""
                        create index customer_name_words on customer
                          using gin (to_tsvector('simple', coalesce(name, '')))""");
            }
        }
    }
}
