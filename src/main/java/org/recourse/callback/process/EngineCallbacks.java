package org.recourse.callback.process;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.callback.CallbackProcess;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.form.SteeringVariable;
import org.recourse.identifier.CaseNumber;
import org.recourse.model.CallbackIds;
import org.springframework.stereotype.Component;

/** Tells the process of a callback that the customer wants another time or none. */
@Component
class EngineCallbacks implements CallbackProcess {

    private final ProcessCalls calls;

    EngineCallbacks(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean changed(CaseNumber caseNumber, boolean moved) {
        return calls.tell(
                CallbackIds.MESSAGE_CALLBACK_CHANGED,
                caseNumber,
                Map.of(SteeringVariable.CALLBACK_MOVED, Variables.booleanValue(moved, true)));
    }
}
