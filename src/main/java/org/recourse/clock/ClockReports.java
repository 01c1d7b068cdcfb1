package org.recourse.clock;

import java.util.List;
import java.util.Locale;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.recourse.record.Notices;
import org.springframework.stereotype.Service;

/** Tells the holder that a clock runs low, then who is above that it is breached. Once each, for each occurrence. */
@Service
public class ClockReports {

    private final ClockRows rows;
    private final ClockHolders holders;
    private final Notices notices;
    private final Times times;

    ClockReports(ClockRows rows, ClockHolders holders, Notices notices, Times times) {
        this.rows = rows;
        this.holders = holders;
        this.notices = notices;
        this.times = times;
    }

    public void runsLow(Step step, int number) {
        tell(step, number, "clock-runs-low", "is due", List.of(holders.holder(step.caseNumber())));
    }

    public void breached(Step step, int number) {
        tell(
                step,
                number,
                "clock-breached",
                "was due",
                List.of(holders.holder(step.caseNumber()), holders.supervisors(step.caseNumber())));
    }

    public void stillOpen(Step step, int number) {
        tell(step, number, "clock-overdue", "is still open and was due", List.of(holders.managers(step.caseNumber())));
    }

    private void tell(Step step, int number, String kind, String verb, List<String> recipients) {
        CaseClock clock = rows.find(new ClockKey(step.caseNumber(), number));
        if (clock != null && clock.isOpen()) {
            String what = clock.what().substring(0, 1).toUpperCase(Locale.ROOT)
                    + clock.what().substring(1);
            notices.tell(
                    step,
                    kind,
                    "%s of %s %s %s. Rule: %s."
                            .formatted(what, clock.caseNumber(), verb, times.told(clock.dueAt()), clock.rule()),
                    recipients);
        }
    }
}
