package org.recourse.clock.process;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.recourse.clock.ServiceTable;
import org.recourse.engine.calls.LatestTable;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.form.Outcome;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The service levels of the latest deployed table. The version that ruled is on each clock. */
@Component
class EngineServiceTable implements ServiceTable {

    private final LatestTable table;

    EngineServiceTable(ProcessCalls calls, @Lazy RepositoryService repository) {
        this.table = new LatestTable(NAME, calls, repository);
    }

    @Override
    public String version() {
        return table.version();
    }

    @Override
    public Level level(String what, int urgency, String tier) {
        Outcome row = table.ask(Map.of("what", what, "urgency", urgency, "tier", tier));
        return new Level(row.number("businessMinutes"), row.said("reason"), row.version());
    }
}
