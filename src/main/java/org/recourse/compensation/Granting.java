package org.recourse.compensation;

import org.recourse.compensation.Grants.Grant;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.compensation.payment.PaymentOrder;
import org.recourse.compensation.payment.PaymentSystem;
import org.recourse.compensation.payment.PaymentUnclear;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Grants each agreed amount exactly once (R18). That it is being sent is committed before it is sent, and the payment
 * system knows it by its key: whoever tries again, after a crash or at the same time, finds the one payment. Ledger,
 * record and state change together in one short transaction per amount, not in the job's, which waits on the wire.
 */
@Service
public class Granting {

    private final Grants grants;
    private final Ledger ledger;
    private final PaymentSystem payments;
    private final CaseLog log;
    private final CurrentUser user;
    private final TransactionTemplate together;
    private final TransactionTemplate apart;

    Granting(
            Grants grants,
            Ledger ledger,
            PaymentSystem payments,
            CaseLog log,
            CurrentUser user,
            PlatformTransactionManager transactions) {
        this.grants = grants;
        this.ledger = ledger;
        this.payments = payments;
        this.log = log;
        this.user = user;
        this.together = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Grants what is agreed and not granted yet, and gives back what the case holds beyond that.
     *
     * @throws PaymentUnclear when the payment system did not say clearly that it paid; to be tried again
     */
    public void grantAgreed(Step step) {
        if (!payments.isConfigured()) {
            together.executeWithoutResult(status -> leaveToPeople(step));
            return;
        }
        for (Grant grant : grants.of(step.caseNumber())) {
            send(step, grant);
        }
        apart.executeWithoutResult(status -> releaseTheRest(step));
    }

    /** Nothing leaves the machine, so it is one transaction with the job that asks for it. */
    private void leaveToPeople(Step step) {
        for (Grant grant : grants.of(step.caseNumber())) {
            if (grants.toPay(grant.key())) {
                commit(step, grant, "to be paid by hand");
            }
        }
        releaseTheRest(step);
    }

    private void releaseTheRest(Step step) {
        ledger.release(step.caseNumber(), ledger.held(step.caseNumber()), "not needed for what was granted");
    }

    private void send(Step step, Grant grant) {
        Integer sent = apart.execute(status -> grants.sending(grant.key()));
        if (sent == null || sent == 0) {
            return;
        }
        String reference;
        try {
            reference = payments.pay(order(grant), sent > 1);
        } catch (PaymentUnclear unclear) {
            apart.executeWithoutResult(status -> grants.answered(grant.key(), String.valueOf(unclear.getMessage())));
            throw unclear;
        }
        apart.executeWithoutResult(status -> {
            if (grants.paid(grant.key(), GrantState.SENDING, reference, CurrentUser.SYSTEM)) {
                commit(step, grant, "payment " + reference);
            }
        });
    }

    /** Sends once more what nobody sends any more, because its case was withdrawn meanwhile. */
    public void sendAgain(String key) {
        grants.find(key)
                .filter(grant -> grant.state() == GrantState.SENDING)
                .ifPresent(grant -> send(Step.byRoute(grant.caseNumber(), "POST /api/grants"), grant));
    }

    /** A goodwill gesture is credited like a credit. */
    private static PaymentOrder order(Grant grant) {
        String kind = switch (grant.kind()) {
            case "refund" -> "payment";
            case "voucher" -> "voucher";
            default -> "credit";
        };
        return new PaymentOrder(
                grant.key(), kind, grant.amount(), grant.currency(), grant.customerNumber(), grant.caseNumber());
    }

    private void commit(Step step, Grant grant, String how) {
        ledger.commit(grant.caseNumber(), grant.kind(), grant.amount(), "commit/" + grant.key());
        log.happened(step, EventKind.GRANTED, "%s (%s)".formatted(grant.words(), how));
    }

    /**
     * A person paid by hand. The same reference again changes nothing.
     *
     * @throws RefusedInput when there is nothing to pay under the key, or it was paid with another reference
     */
    public void paidByHand(String key, String reference) {
        apart.executeWithoutResult(status -> {
            Grant grant = grants.find(key).orElseThrow(() -> new RefusedInput("key", "there is no grant " + key + "."));
            Step step = Step.byRoute(grant.caseNumber(), "POST /api/grants");
            if (grants.paid(key, GrantState.TO_PAY, reference, user.id())) {
                log.happened(step, EventKind.GRANTED, "%s paid, %s".formatted(grant.words(), reference));
            } else if (grant.state() != GrantState.PAID || !reference.equals(grant.reference())) {
                throw new RefusedInput(
                        "reference",
                        "%s is %s%s; nothing was changed."
                                .formatted(
                                        key,
                                        grant.state().value(),
                                        grant.reference() == null ? "" : " with " + grant.reference()));
            }
        });
    }
}
