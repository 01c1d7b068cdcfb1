package org.recourse.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time look for the engine's tables and make them: of two that start together on an empty database
 * the engine itself lets both create everything, and both fail. A node that dies meanwhile loses the lock with its
 * connection. On PostgreSQL only: nobody shares a file of H2.
 */
@Component
class SchemaLock extends AbstractProcessEnginePlugin {

    /** "Recourse" in ASCII; any number does that nothing else in the database locks. */
    private static final long KEY = 0x5265636F75727365L;

    private final DataSource dataSource;
    private @Nullable Connection holding;

    SchemaLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        try {
            Connection connection = dataSource.getConnection();
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                run(connection, "select pg_advisory_lock(%d)");
                holding = connection;
            } else {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (Connection connection = holding) {
            if (connection != null) {
                run(connection, "select pg_advisory_unlock(%d)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock for the engine's tables was lost: " + e.getMessage(), e);
        } finally {
            holding = null;
        }
    }

    private static void run(Connection connection, String lock) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(lock.formatted(KEY));
        }
    }
}
