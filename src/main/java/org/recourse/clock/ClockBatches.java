package org.recourse.clock;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.clock.OpenClocks.TeamCalendar;
import org.recourse.identifier.Team;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies another version of the service levels or of a calendar to all open clocks, in transactions of a bounded size.
 * A clock that somebody changed meanwhile is left alone and comes next time: nothing newer is overwritten.
 */
@Component
public class ClockBatches {

    private final OpenClocks open;
    private final ClockTimes times;
    private final ClockChanges changes;
    private final ServiceTable levels;
    private final ClockHolders holders;
    private final ClockProperties properties;
    private final TransactionTemplate transaction;

    ClockBatches(
            OpenClocks open,
            ClockTimes times,
            ClockChanges changes,
            ServiceTable levels,
            ClockHolders holders,
            ClockProperties properties,
            PlatformTransactionManager transactions) {
        this.open = open;
        this.times = times;
        this.changes = changes;
        this.levels = levels;
        this.holders = holders;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return how many clocks are counted by the tables and calendars of now that were not before */
    public int apply() {
        String version = levels.version();
        int changed = each(
                (last, atMost) -> open.openByOtherTable(ServiceTable.NAME, version, last, atMost), this::byNewTable);
        for (Team team : teamsByAnOldCalendar()) {
            String calendar = times.calendarOf(team);
            changed += each(
                    (last, atMost) -> open.openByOtherCalendar(team, calendar, last, atMost),
                    clock -> changes.calendar(clock, calendar));
        }
        return changed;
    }

    private Set<Team> teamsByAnOldCalendar() {
        return open.calendarsInUse().stream()
                .filter(used -> !used.calendar().equals(times.calendarOf(used.team())))
                .map(TeamCalendar::team)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean byNewTable(CaseClock clock) {
        Clocked of = holders.clocked(clock.caseNumber());
        return changes.byTable(clock, levels.level(clock.what(), of.urgency(), of.tier()));
    }

    private int each(Pages pages, Predicate<CaseClock> change) {
        int changed = 0;
        ClockKey last = null;
        do {
            ClockKey from = last;
            Page page = transaction.execute(status -> page(pages.from(from, properties.batch()), change));
            changed += page == null ? 0 : page.changed();
            last = page == null ? null : page.last();
        } while (last != null);
        return changed;
    }

    private interface Pages {

        /** The clocks after that one, or the first of all. */
        List<CaseClock> from(@Nullable ClockKey last, int atMost);
    }

    private record Page(int changed, @Nullable ClockKey last) {}

    private Page page(List<CaseClock> clocks, Predicate<CaseClock> change) {
        int changed = (int) clocks.stream().filter(change).count();
        CaseClock last = clocks.isEmpty() ? null : clocks.get(clocks.size() - 1);
        return new Page(changed, last == null ? null : new ClockKey(last.caseNumber(), last.number()));
    }
}
