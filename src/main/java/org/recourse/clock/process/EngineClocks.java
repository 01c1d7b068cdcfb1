package org.recourse.clock.process;

import static org.recourse.form.SteeringVariable.Lasting.CLOCK_NUMBER;
import static org.recourse.form.SteeringVariable.Lasting.LATE_AT;
import static org.recourse.form.SteeringVariable.Lasting.NEXT_LEVEL_DUE;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.recourse.clock.ClockProcess;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.identifier.CaseNumber;
import org.recourse.model.ClockWatchIds;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts, dates anew and ends the process that watches a clock. */
@Component
class EngineClocks implements ClockProcess {

    private final ProcessCalls calls;
    private final RuntimeService runtime;
    private final ManagementService management;

    EngineClocks(ProcessCalls calls, @Lazy RuntimeService runtime, @Lazy ManagementService management) {
        this.calls = calls;
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void start(CaseNumber caseNumber, int clock, Instant breachTold, Instant managersTold) {
        calls.start(
                ClockWatchIds.PROCESS,
                caseNumber,
                Map.of(
                        CLOCK_NUMBER, clock,
                        LATE_AT, Date.from(breachTold),
                        NEXT_LEVEL_DUE, Date.from(managersTold)));
    }

    @Override
    public <T> T together(Supplier<T> work) {
        return calls.unrestricted(work);
    }

    @Override
    public void redate(CaseNumber caseNumber, int clock, Instant breachTold, Instant managersTold) {
        calls.unrestricted(() -> {
            for (ProcessInstance watch : runtime.createProcessInstanceQuery()
                    .processDefinitionKey(ClockWatchIds.PROCESS)
                    .processInstanceBusinessKey(caseNumber.value())
                    .variableValueEquals(CLOCK_NUMBER, clock)
                    .list()) {
                date(watch.getId(), ClockWatchIds.BOUNDARY_EVENT_CLOCK_BREACHED, breachTold);
                date(watch.getId(), ClockWatchIds.BOUNDARY_EVENT_MANAGERS_DUE, managersTold);
            }
            return null;
        });
    }

    private void date(String watch, String timer, Instant at) {
        for (Job job : management
                .createJobQuery()
                .processInstanceId(watch)
                .activityId(timer)
                .list()) {
            management.setJobDuedate(job.getId(), Date.from(at));
        }
    }

    @Override
    public void stop(CaseNumber caseNumber, int clock) {
        calls.tell(ClockWatchIds.MESSAGE_CLOCK_ENDED, caseNumber, CLOCK_NUMBER, clock, Map.of());
    }
}
