package org.recourse.compensation;

import java.util.List;
import org.recourse.compensation.Grants.Grant;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.promise.PaymentsByHand;
import org.recourse.text.Saying;
import org.springframework.stereotype.Component;

/** The refunds of a case that wait to be paid by hand, for whoever promised them. */
@Component
class RefundsByHand implements PaymentsByHand {

    private final Grants grants;
    private final Granting granting;

    RefundsByHand(Grants grants, Granting granting) {
        this.grants = grants;
        this.granting = granting;
    }

    @Override
    public List<Saying> waiting(CaseNumber caseNumber) {
        return grants.refundsToPay(caseNumber).stream().<Saying>map(Grant::said).toList();
    }

    @Override
    public void paid(Step step, String reference) {
        grants.refundsToPay(step.caseNumber()).forEach(grant -> granting.noted(step, grant, reference));
    }
}
