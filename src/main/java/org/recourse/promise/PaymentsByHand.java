package org.recourse.promise;

import java.util.List;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;

/** Refunds that somebody has to pay because no payment system does: a promise of one is not kept without a word about it. */
public interface PaymentsByHand {

    /** What of the case's refunds waits to be paid: {@code refund 540.00 EUR}. */
    List<Saying> waiting(CaseNumber caseNumber);

    /** They were paid under that reference. */
    void paid(Step step, String reference);
}
