package org.recourse.clock;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.recourse.identifier.Team;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a process owner sets about clocks; nothing has to be set. How long a service may take stands in
 * {@code ServiceLevels.dmn}.
 *
 * @param warnAt percent of the target at which the holder is told
 * @param managerAfter business time after a breach at which the managers are told
 * @param pack regulatory pack of every team that has none of its own; {@code none} for no regulation
 * @param teams regulatory pack of a team, by its group id
 * @param packs directory whose packs come before the packaged ones of the same name
 * @param batch how many clocks are read, checked or changed in one transaction
 */
@ConfigurationProperties("recourse.clocks")
record ClockProperties(
        @DefaultValue("75") int warnAt,
        @DefaultValue("4h") Duration managerAfter,
        @DefaultValue("none") String pack,
        @DefaultValue Map<String, String> teams,
        @DefaultValue("./packs") Path packs,
        @DefaultValue("200") int batch) {

    ClockProperties {
        if (warnAt < 1 || warnAt > 100) {
            throw new IllegalArgumentException(
                    "recourse.clocks.warn-at is %d; 1 to 100 percent can be set.".formatted(warnAt));
        }
    }

    String packOf(Team team) {
        return teams.getOrDefault(team.value(), pack);
    }
}
