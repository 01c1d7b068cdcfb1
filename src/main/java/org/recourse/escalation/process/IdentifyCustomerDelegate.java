package org.recourse.escalation.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.Steps;
import org.recourse.escalation.Joining;
import org.springframework.stereotype.Component;

/** Same customer, same matter, still open: the contact belongs there. */
@Component
class IdentifyCustomerDelegate implements JavaDelegate {

    private final Joining joining;

    IdentifyCustomerDelegate(Joining joining) {
        this.joining = joining;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<String> open = joining.join(Steps.of(execution));
        open.ifPresent(execution::setProcessBusinessKey);
        execution.setVariable("alreadyOpen", Variables.booleanValue(open.isPresent(), true));
        if (open.isEmpty()) {
            execution.setVariable("callBackFirst", Variables.booleanValue(false, true));
            execution.setVariable("resumeAt", "listen");
        }
    }
}
