package org.recourse.insight.figures.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.recourse.insight.figures.counting.CountedFacts.TeamDay;
import org.recourse.insight.figures.counting.GroupBy;
import org.recourse.insight.figures.counting.Volumes.Volume;
import org.recourse.insight.figures.facts.Facets;

/**
 * Contacts that telephony reported as handled in a period. Known only when it reported each day of each team that has cases: half a feed
 * would make the rate look better or worse than it was.
 */
record HandledByTelephony(List<Volume> volumes, boolean isKnown) {

    static HandledByTelephony of(List<Volume> volumes, Set<TeamDay> withCases) {
        Set<TeamDay> reported = volumes.stream()
                .map(volume -> new TeamDay(volume.team(), volume.day()))
                .collect(Collectors.toSet());
        return new HandledByTelephony(volumes, !volumes.isEmpty() && reported.containsAll(withCases));
    }

    long all() {
        return volumes.stream().mapToLong(Volume::contacts).sum();
    }

    Map<String, Long> by(GroupBy groupBy) {
        return volumes.stream()
                .collect(Collectors.groupingBy(
                        volume -> groupBy.of(
                                new Facets(
                                        volume.team(),
                                        Facets.product(volume.product()),
                                        Facets.NOT_NAMED,
                                        volume.channel(),
                                        0),
                                volume.day()),
                        Collectors.summingLong(Volume::contacts)));
    }
}
