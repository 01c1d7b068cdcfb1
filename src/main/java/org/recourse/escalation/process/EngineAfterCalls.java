package org.recourse.escalation.process;

import java.util.Map;
import org.recourse.engine.ProcessCalls;
import org.recourse.escalation.AfterCalls;
import org.springframework.stereotype.Component;

/** Starts and ends the process of the work after a call. */
@Component
class EngineAfterCalls implements AfterCalls {

    private final ProcessCalls calls;

    EngineAfterCalls(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public void wrapUp(String caseNumber) {
        calls.start("AfterCall", caseNumber, Map.of("afterCall", "wrap-up"));
    }

    @Override
    public void prepareHandover(String caseNumber) {
        calls.start("AfterCall", caseNumber, Map.of("afterCall", "hand-over"));
    }

    @Override
    public void end(String caseNumber) {
        calls.end("AfterCall", caseNumber, "the agent goes on with the case");
    }
}
