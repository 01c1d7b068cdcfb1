package org.recourse.storage;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the tables up to date, but none from before 1.0.0: those would fail half-way, and with a stack trace. */
@Component
class Migrations implements FlywayMigrationStrategy {

    /** @throws EarlierDatabaseException when the database was made before release 1.0.0 */
    @Override
    public void migrate(Flyway flyway) {
        if (EarlierDatabase.isKnownTo(flyway)) {
            throw new EarlierDatabaseException();
        }
        flyway.migrate();
    }
}
