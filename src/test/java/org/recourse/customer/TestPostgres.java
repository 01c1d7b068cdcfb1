package org.recourse.customer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL per test run, with a database of its own for each test. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    public static DataSource migrated() {
        String name = "recourse" + DATABASES.incrementAndGet();
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database " + name + " template recourse_template")
                .update();
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("create database recourse_template")
                        .update();
                TestTables.migrated(postgres.getDatabase("postgres", "recourse_template"));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
