package org.recourse.escalation.process;

import static org.recourse.form.SteeringVariable.ALREADY_OPEN;
import static org.recourse.form.SteeringVariable.CALL_BACK_FIRST;
import static org.recourse.form.SteeringVariable.Lasting.RESUME_AT;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.opening.Joining;
import org.recourse.identifier.CaseNumber;
import org.springframework.stereotype.Component;

/** Same customer, same matter, still open: the contact belongs there. */
@Component
@UsedIn("CustomerEscalation")
class IdentifyCustomerDelegate implements JavaDelegate {

    private final Joining joining;

    IdentifyCustomerDelegate(Joining joining) {
        this.joining = joining;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<CaseNumber> open = joining.join(Steps.of(execution));
        open.map(CaseNumber::value).ifPresent(execution::setProcessBusinessKey);
        execution.setVariable(ALREADY_OPEN, Variables.booleanValue(open.isPresent(), true));
        if (open.isEmpty()) {
            execution.setVariable(CALL_BACK_FIRST, Variables.booleanValue(false, true));
            execution.setVariable(RESUME_AT, "listen");
        }
    }
}
