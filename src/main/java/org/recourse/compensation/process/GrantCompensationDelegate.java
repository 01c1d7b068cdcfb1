package org.recourse.compensation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.compensation.Granting;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** Grants what was agreed, once. */
@Component
@UsedIn(value = "CustomerEscalation", leavesTheMachine = true)
class GrantCompensationDelegate implements JavaDelegate {

    private final Granting granting;

    GrantCompensationDelegate(Granting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        granting.grantAgreed(Steps.of(execution));
    }
}
