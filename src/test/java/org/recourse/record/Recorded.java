package org.recourse.record;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the history of a case in tests that have no log at hand. */
@NullUnmarked
public final class Recorded {

    private Recorded() {}

    public static List<CaseEvent> of(JdbcClient jdbc, CaseNumber caseNumber) {
        return new CaseLog(jdbc, null, Clock.systemUTC()).of(caseNumber);
    }

    /** {@code agent1 UserTask_Restate restated: restated rightly: yes}; values as they are stored, people by their ids. */
    public static String line(CaseEvent event) {
        Happening what = event.what();
        String field = what instanceof Happening.Changed changed
                ? " " + changed.field()
                : what instanceof Happening.Reworded reworded
                        ? " " + reworded.field()
                        : what instanceof Happening.Reasoned reasoned ? " " + reasoned.field() : "";
        String said = what.said().toString();
        return "%s %s %s%s%s"
                .formatted(event.who(), event.step(), event.kind(), field, said.isEmpty() ? "" : ": " + said);
    }
}
