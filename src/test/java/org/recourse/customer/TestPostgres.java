package org.recourse.customer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL per test run, with a database of its own for each test. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    public static DataSource migrated() {
        return Server.POSTGRES.getDatabase("postgres", create(" template recourse_template"));
    }

    /** The address of a database with Recourse's own tables in it. */
    public static String migratedUrl() {
        return url(create(" template recourse_template"));
    }

    /** The address of a database without any table. */
    public static String emptyUrl() {
        return url(create(""));
    }

    private static String create(String options) {
        String name = "recourse" + DATABASES.incrementAndGet();
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database " + name + options)
                .update();
        return name;
    }

    private static String url(String database) {
        return Server.POSTGRES.getJdbcUrl("postgres", database);
    }

    private static final class Server {
        private static final long ENOUGH = 4L << 30;

        static final EmbeddedPostgres POSTGRES = start();

        /** A database for each test is a hundred thousand small files, whose removal takes a disk half a minute. */
        private static EmbeddedPostgres.Builder inMemory(EmbeddedPostgres.Builder builder) {
            Path memory = Path.of("/dev/shm");
            return memory.toFile().getUsableSpace() < ENOUGH
                    ? builder
                    : builder.setDataDirectory(memory.resolve("recourse-" + UUID.randomUUID()));
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = inMemory(EmbeddedPostgres.builder()).start();
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
