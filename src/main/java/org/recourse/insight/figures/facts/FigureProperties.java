package org.recourse.insight.figures.facts;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What docs/figures.md leaves to the house.
 *
 * @param resolutionDays calendar days without the customer coming back, after which a first contact counts as resolved
 * @param repeatDays calendar days in which a settlement can turn out not to have held
 * @param idleAfter a longer silence within a contact is no handling time
 * @param targets by the figure's key
 */
@ConfigurationProperties("recourse.figures")
public record FigureProperties(
        @DefaultValue("7") int resolutionDays,
        @DefaultValue("30") int repeatDays,
        @DefaultValue("60m") Duration idleAfter,
        @DefaultValue Map<String, Double> targets) {

    public FigureProperties {
        if (resolutionDays < 7 || resolutionDays > 30) {
            throw new IllegalArgumentException(
                    "recourse.figures.resolution-days must be 7 to 30, not " + resolutionDays);
        }
    }
}
