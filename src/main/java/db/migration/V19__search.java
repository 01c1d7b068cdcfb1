package db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * What searching reads, written by {@code insight.search}: the words of a case in one place, so that searching for them costs
 * nothing while a case is worked, and who had to do with it. PostgreSQL finds words by an index; H2, which only demonstrations
 * run on, reads the texts.
 */
public class V19__search extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        boolean postgres =
                context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("""
                    create table case_text (
                      case_number varchar(40) primary key references escalation_case (case_number),
                      body text not null
                    )""");
            // How far the log was read: one row.
            statement.execute("create table case_text_progress (event_id bigint not null)");
            statement.execute("insert into case_text_progress (event_id) values (0)");
            // Once for each person, so that a person's cases are looked up.
            statement.execute("""
                    create table case_person (
                      person varchar(64) not null,
                      case_number varchar(40) not null references escalation_case (case_number),
                      primary key (person, case_number)
                    )""");
            statement.execute("create index case_person_by_case on case_person (case_number)");
            // Searches that people keep, each for themselves. They are no part of any case: auditors may keep some,
            // too.
            statement.execute("""
                    create table saved_search (
                      user_id varchar(64) not null,
                      name varchar(100) not null,
                      query varchar(2000) not null,
                      saved_at timestamp with time zone not null,
                      primary key (user_id, name)
                    )""");
            if (postgres) {
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
