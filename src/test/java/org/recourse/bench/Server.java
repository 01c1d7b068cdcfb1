package org.recourse.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for both sides, which counts statements; a database for each of them. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    Server() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create extension if not exists pg_stat_statements")
                .update();
    }

    /** Creates a database and gives its address. */
    String create(String name) {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return url(name);
    }

    String url(String name) {
        return postgres.getJdbcUrl("postgres", name);
    }

    JdbcClient in(String name) {
        return JdbcClient.create(dataSource(name));
    }

    DataSource dataSource(String name) {
        return postgres.getDatabase("postgres", name);
    }

    JdbcClient root() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    int port() {
        return postgres.getPort();
    }

    /** What was loaded is written out before anything is measured, not meanwhile. */
    void settle(String name) {
        in(name).sql("vacuum analyze").update();
        root().sql("checkpoint").update();
    }

    /** Whatever a node asked while indexes were made anew is stopped: it would go on without them. Nodes ask again. */
    void stopWhatRuns(String name) {
        in(name).sql(
                        "select pg_cancel_backend(pid) from pg_stat_activity where datname = ? and pid <> pg_backend_pid() and state = 'active'")
                .param(name)
                .query()
                .listOfRows();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
