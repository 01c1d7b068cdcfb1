package org.recourse.followup.process;

import static org.recourse.model.FollowUpIds.INTERMEDIATE_EVENT_FOLLOW_UP_DUE;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.followup.FollowUpTimer;
import org.recourse.identifier.CaseNumber;
import org.recourse.model.FollowUpIds;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Dates the waiting timer of a follow-up anew. */
@Component
class EngineFollowUpTimer implements FollowUpTimer {

    private final ProcessCalls calls;
    private final RuntimeService runtime;
    private final ManagementService management;

    EngineFollowUpTimer(ProcessCalls calls, @Lazy RuntimeService runtime, @Lazy ManagementService management) {
        this.calls = calls;
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void due(CaseNumber caseNumber, Instant at) {
        calls.unrestricted(() -> {
            for (ProcessInstance followUp : runtime.createProcessInstanceQuery()
                    .processDefinitionKey(FollowUpIds.PROCESS)
                    .processInstanceBusinessKey(caseNumber.value())
                    .list()) {
                for (Job timer : management
                        .createJobQuery()
                        .processInstanceId(followUp.getId())
                        .activityId(INTERMEDIATE_EVENT_FOLLOW_UP_DUE)
                        .list()) {
                    management.setJobDuedate(timer.getId(), Date.from(at));
                    runtime.setVariable(followUp.getId(), "followUpDue", Date.from(at));
                }
            }
            return null;
        });
    }
}
