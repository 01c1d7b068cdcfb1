package org.recourse.escalation.opening;

import java.util.List;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Grants;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseLog;
import org.recourse.record.CourseHappening;
import org.recourse.record.Notices;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** A case that was opened for the wrong customer goes to the right one with all it holds; its history says so (R22). */
@Service
public class WrongCustomer {

    private final Cases cases;
    private final Customers customers;
    private final Approvals approvals;
    private final Grants grants;
    private final Ledger ledger;
    private final Notices notices;
    private final CaseClocks clocks;
    private final CaseLog log;
    private final CurrentUser user;

    WrongCustomer(
            Cases cases,
            Customers customers,
            Approvals approvals,
            Grants grants,
            Ledger ledger,
            Notices notices,
            CaseClocks clocks,
            CaseLog log,
            CurrentUser user) {
        this.cases = cases;
        this.customers = customers;
        this.approvals = approvals;
        this.grants = grants;
        this.ledger = ledger;
        this.notices = notices;
        this.clocks = clocks;
        this.log = log;
        this.user = user;
    }

    /**
     * @throws RefusedInput naming what was given when nobody fits it, {@code customerNumber} when several do or the case is
     *     that customer's already
     */
    public void move(EscalationCase escalation, WhichCustomer who, String reason) {
        String wrong = escalation.customerNumber();
        Customer right = who.among(customers).orElseThrow(who::nobody);
        if (right.number().equals(wrong)) {
            throw new RefusedInput("customerNumber", Sentence.of("case.customers-already", escalation.number()));
        }
        Step step = Step.byRoute(escalation.number(), "POST customer");
        cases.save(escalation.movesTo(right.number()), step);
        cases.inZone(escalation.number(), right.zone());
        grants.moveTo(escalation.number(), right.number());
        ledger.moveTo(escalation.number(), right.number());
        approvals.goesElsewhere(escalation.number());
        customers.byNumber(wrong).ifPresent(was -> clocks.customerChanged(escalation, was, right));
        log.happened(step, new CourseHappening.Moved(new Words(wrong), new Words(right.number()), Words.of(reason)));
        String responsible = Joining.responsible(escalation);
        if (!responsible.equals(user.id().value())) {
            notices.tell(
                    step,
                    "customer-changed",
                    Sentence.of(
                            "case.other-customers",
                            escalation.number(),
                            wrong,
                            right.name() == null ? right.number() : right.name(),
                            right.number()),
                    List.of(responsible));
        }
    }
}
