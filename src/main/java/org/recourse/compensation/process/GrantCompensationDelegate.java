package org.recourse.compensation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.compensation.Grants;
import org.recourse.engine.Steps;
import org.springframework.stereotype.Component;

/** Grants what was agreed, once. */
@Component
class GrantCompensationDelegate implements JavaDelegate {

    private final Grants grants;

    GrantCompensationDelegate(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        grants.grantAgreed(Steps.of(execution));
    }
}
