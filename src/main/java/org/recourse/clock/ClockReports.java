package org.recourse.clock;

import java.util.List;
import org.recourse.form.Step;
import org.recourse.record.Notices;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Tells the holder that a clock runs low, then who is above that it is breached. Once each, for each occurrence. */
@Service
public class ClockReports {

    private final ClockRows rows;
    private final ClockHolders holders;
    private final Notices notices;

    ClockReports(ClockRows rows, ClockHolders holders, Notices notices) {
        this.rows = rows;
        this.holders = holders;
        this.notices = notices;
    }

    public void runsLow(Step step, int number) {
        tell(step, number, "clock-runs-low", "clock.due", List.of(holders.holder(step.caseNumber())));
    }

    public void breached(Step step, int number) {
        tell(
                step,
                number,
                "clock-breached",
                "clock.was-due",
                List.of(holders.holder(step.caseNumber()), holders.supervisors(step.caseNumber())));
    }

    public void stillOpen(Step step, int number) {
        tell(step, number, "clock-overdue", "clock.still-open", List.of(holders.managers(step.caseNumber())));
    }

    private void tell(Step step, int number, String kind, String key, List<String> recipients) {
        CaseClock clock = rows.find(new ClockKey(step.caseNumber(), number));
        if (clock != null && clock.isOpen()) {
            notices.tell(
                    step,
                    kind,
                    Sentence.of(key, Owed.begins(clock.what()), clock.caseNumber(), clock.dueAt(), clock.rule()),
                    recipients);
        }
    }
}
