package org.recourse.compensation;

import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Grants.Grant;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.compensation.payment.PaymentOrder;
import org.recourse.compensation.payment.PaymentSystem;
import org.recourse.compensation.payment.PaymentUnclear;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.MoneyHappening;
import org.recourse.record.MoneyHappening.Amount;
import org.recourse.text.Sentence;
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
    private final Promises promises;
    private final CurrentUser user;
    private final TransactionTemplate together;
    private final TransactionTemplate apart;

    Granting(
            Grants grants,
            Ledger ledger,
            PaymentSystem payments,
            CaseLog log,
            Promises promises,
            CurrentUser user,
            PlatformTransactionManager transactions) {
        this.grants = grants;
        this.ledger = ledger;
        this.payments = payments;
        this.log = log;
        this.promises = promises;
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
                commit(step, grant, GrantState.TO_PAY, null);
            }
        }
        releaseTheRest(step);
    }

    private void releaseTheRest(Step step) {
        ledger.release(step.caseNumber(), ledger.held(step.caseNumber()), Sentence.of("ledger.not-needed"));
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
            apart.executeWithoutResult(status -> grants.answered(grant.key(), unclear.saying()));
            throw unclear;
        }
        apart.executeWithoutResult(status -> {
            if (grants.paid(grant.key(), GrantState.SENDING, reference, PersonId.SYSTEM)) {
                commit(step, grant, GrantState.PAID, reference);
            }
        });
    }

    /**
     * Sends once more what nobody sends any more, because its case was withdrawn meanwhile. What was paid by then stays
     * as it is.
     *
     * @throws RefusedInput when it was never sent
     * @throws PaymentUnclear when the payment system does not say clearly that it paid this time either
     */
    public void sendAgain(Grant grant) {
        switch (grant.state()) {
            case SENDING -> send(Step.byRoute(grant.caseNumber(), "POST /api/grants"), grant);
            case PAID -> {}
            default ->
                throw new RefusedInput(
                        "state",
                        Sentence.of(
                                "grant.not-sent-again",
                                grant.key(),
                                grant.state().said()));
        }
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

    private void commit(Step step, Grant grant, GrantState state, @Nullable String reference) {
        ledger.commit(grant.caseNumber(), grant.kind(), grant.amount(), "commit/" + grant.key());
        granted(step, grant, state, reference);
    }

    private void granted(Step step, Grant grant, GrantState state, @Nullable String reference) {
        Amount amount = new Amount(grant.kind(), grant.amount(), grant.currency());
        log.happened(step, new MoneyHappening.Granted(amount, state.value(), reference));
    }

    /**
     * A person paid by hand; the promise of a refund is kept with it. The same reference again changes nothing.
     *
     * @throws RefusedInput when there is nothing to pay under the key, or it was paid with another reference
     */
    public void paidByHand(Grant grant, String reference) {
        together.executeWithoutResult(status -> {
            Step step = Step.byRoute(grant.caseNumber(), "POST /api/grants");
            if (noted(step, grant, reference)
                    && grant.kind().equals("refund")
                    && grants.refundsToPay(grant.caseNumber()).isEmpty()) {
                keepPromises(step, reference);
            }
        });
    }

    private void keepPromises(Step step, String reference) {
        for (Promise promise : promises.of(step.caseNumber())) {
            if (promise.kind() == PromiseKind.REFUND && promise.isPending()) {
                promises.done(step, promise.id(), Sentence.of("promise.paid", reference));
                promises.endProcess(promise.id());
            }
        }
    }

    /** @return whether it was to be paid until now */
    boolean noted(Step step, Grant grant, String reference) {
        if (grants.paid(grant.key(), GrantState.TO_PAY, reference, user.id())) {
            granted(step, grant, GrantState.PAID, reference);
            return true;
        }
        Grant now = grants.find(grant.key()).orElse(grant);
        if (now.state() != GrantState.PAID || !reference.equals(now.reference())) {
            throw new RefusedInput(
                    "reference",
                    now.reference() == null
                            ? Sentence.of("grant.is", now.key(), now.state().said())
                            : Sentence.of(
                                    "grant.is-with", now.key(), now.state().said(), now.reference()));
        }
        return false;
    }
}
