package org.recourse.escalation.process;

import static org.recourse.form.SteeringVariable.AFTER_CALL;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.escalation.model.AfterCalls;
import org.recourse.identifier.CaseNumber;
import org.recourse.model.AfterCallIds;
import org.springframework.stereotype.Component;

/** Starts and ends the process of the work after a call. */
@Component
class EngineAfterCalls implements AfterCalls {

    private final ProcessCalls calls;

    EngineAfterCalls(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public void wrapUp(CaseNumber caseNumber) {
        calls.start(AfterCallIds.PROCESS, caseNumber, Map.of(AFTER_CALL, passing("wrap-up")));
    }

    @Override
    public void prepareHandover(CaseNumber caseNumber) {
        calls.start(AfterCallIds.PROCESS, caseNumber, Map.of(AFTER_CALL, passing("hand-over")));
    }

    private static Object passing(String work) {
        return Variables.stringValue(work, true);
    }

    @Override
    public void end(CaseNumber caseNumber) {
        calls.end(AfterCallIds.PROCESS, caseNumber, "the agent goes on with the case");
    }
}
