package org.recourse.followup.process;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.followup.RatedCases;
import org.recourse.followup.Settled;
import org.recourse.identifier.CaseNumber;
import org.springframework.stereotype.Component;

/** Sends the message that a follow-up waits for. The customer's words are in the case already and stay out of it. */
@Component
class EngineRatedCases implements RatedCases {

    private final ProcessCalls calls;

    EngineRatedCases(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean rated(CaseNumber caseNumber, Settled settled) {
        return calls.tell("CustomerRated", caseNumber, Map.of("settled", Variables.stringValue(settled.value(), true)));
    }
}
