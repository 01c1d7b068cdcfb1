package org.recourse.callback.process;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.recourse.callback.AttemptTable;
import org.recourse.engine.calls.CaseTables;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.engine.calls.ReleasedTable;
import org.recourse.form.Outcome;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.text.Sentence;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The limits of the table of the case's release: a change counts for the next attempt of the callbacks that stand on it. */
@Component
class EngineAttemptTable implements AttemptTable {

    private final ReleasedTable table;

    EngineAttemptTable(CaseTables tables, ProcessCalls calls, @Lazy RepositoryService repository) {
        this.table = new ReleasedTable(NAME, tables, calls, repository);
    }

    @Override
    public Limit limit(CaseNumber caseNumber, int level, Team team) {
        Outcome row = table.ask(caseNumber, Map.of("level", level, "team", team.value()));
        return new Limit(
                row.number("attempts"),
                Duration.ofMinutes(row.number("spacingMinutes")),
                Sentence.of("callback.rule", row.said("reason"), row.version()));
    }
}
