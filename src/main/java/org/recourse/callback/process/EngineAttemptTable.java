package org.recourse.callback.process;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.recourse.callback.AttemptTable;
import org.recourse.engine.calls.LatestTable;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.form.Outcome;
import org.recourse.text.Sentence;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The limits of the latest deployed table: a change counts for the next attempt of every callback. */
@Component
class EngineAttemptTable implements AttemptTable {

    private final LatestTable table;

    EngineAttemptTable(ProcessCalls calls, @Lazy RepositoryService repository) {
        this.table = new LatestTable(NAME, calls, repository);
    }

    @Override
    public Limit limit(int level, String team) {
        Outcome row = table.ask(Map.of("level", level, "team", team));
        return new Limit(
                row.number("attempts"),
                Duration.ofMinutes(row.number("spacingMinutes")),
                Sentence.of("callback.rule", row.said("reason"), row.version()));
    }
}
