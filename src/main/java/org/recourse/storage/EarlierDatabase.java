package org.recourse.storage;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Release 1.0.0 numbered its migrations anew. A database whose first migration was another one is from before. */
public final class EarlierDatabase {

    private static final MigrationVersion FIRST = MigrationVersion.fromVersion("1");

    private EarlierDatabase() {}

    public static boolean isKnownTo(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .filter(applied -> FIRST.equals(applied.getVersion()))
                .anyMatch(EarlierDatabase::isAnother);
    }

    private static boolean isAnother(MigrationInfo first) {
        return !first.isDescriptionMatching() || !first.isChecksumMatching();
    }
}
