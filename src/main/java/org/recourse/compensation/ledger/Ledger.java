package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.ledger.LedgerRows.Reservation;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;
import org.recourse.text.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Double entry for goodwill: money is held before it is promised, committed when it is granted, released when it is not
 * needed (B1). Amounts are in major units with two decimals. What is held is committed or released in the month in which
 * it was reserved.
 */
@Service
public class Ledger {

    private final LedgerRows rows;
    private final Budgets budgets;

    Ledger(LedgerRows rows, Budgets budgets) {
        this.rows = rows;
        this.budgets = budgets;
    }

    /**
     * Holds an amount for a case out of this month's budget; the same key again holds nothing more.
     *
     * @return false when the budget has less left; nothing is held then
     */
    @Transactional
    public boolean reserve(Holding holding, BigDecimal amount, String key) {
        if (rows.knows(key)) {
            return true;
        }
        YearMonth month = budgets.month();
        if (!budgets.reserve(holding.team(), month, holding.currency(), amount)) {
            return false;
        }
        hold(EntryKind.RESERVE, holding, month, amount, key, null);
        return true;
    }

    /** Holds an amount although the budget has less left. Who calls has made sure that a manager decided it. */
    @Transactional
    public void overdraw(Holding holding, BigDecimal amount, String key, String reason) {
        if (!rows.knows(key)) {
            YearMonth month = budgets.month();
            budgets.overdraw(holding.team(), month, holding.currency(), amount);
            hold(EntryKind.OVERDRAW, holding, month, amount, key, new Written(reason));
        }
    }

    private void hold(
            EntryKind kind, Holding holding, YearMonth month, BigDecimal amount, String key, @Nullable Saying reason) {
        rows.hold(holding, month, amount);
        rows.post(
                key,
                kind,
                holding,
                month,
                null,
                reason,
                Map.of(Account.BUDGET, amount.negate(), Account.RESERVED, amount));
    }

    /** Gives back that much of what the case holds, or all of it when it holds less. */
    @Transactional
    public void release(CaseNumber caseNumber, BigDecimal amount, Saying reason) {
        BigDecimal left = amount;
        for (Reservation reservation : rows.lockHeld(caseNumber)) {
            BigDecimal part = left.min(reservation.held());
            if (part.signum() > 0) {
                rows.lessen(reservation, part);
                budgets.release(reservation.holding().team(), reservation.month(), part);
                rows.post(
                        "release/" + UUID.randomUUID(),
                        EntryKind.RELEASE,
                        reservation.holding(),
                        reservation.month(),
                        null,
                        reason,
                        Map.of(Account.RESERVED, part.negate(), Account.BUDGET, part));
                left = left.subtract(part);
            }
        }
    }

    /**
     * Turns held money into granted money; the same key again changes nothing.
     *
     * @param compensationKind what the customer gets: refund, credit, voucher, goodwill
     * @throws IllegalStateException when the case holds less than that
     */
    @Transactional
    public void commit(CaseNumber caseNumber, String compensationKind, BigDecimal amount, String key) {
        var held = rows.lockHeld(caseNumber);
        if (rows.knows(key)) {
            return;
        }
        BigDecimal left = amount;
        for (Reservation reservation : held) {
            BigDecimal part = left.min(reservation.held());
            if (part.signum() > 0) {
                String partKey = left.compareTo(amount) == 0 ? key : key + "/" + reservation.id();
                commit(reservation, compensationKind, part, partKey);
                left = left.subtract(part);
            }
        }
        if (left.signum() > 0) {
            throw new IllegalStateException(
                    "%s holds %s too little to grant %s".formatted(caseNumber, left.toPlainString(), key));
        }
    }

    private void commit(Reservation reservation, String compensationKind, BigDecimal part, String key) {
        rows.lessen(reservation, part);
        budgets.commit(reservation.holding().team(), reservation.month(), part);
        rows.post(
                key,
                EntryKind.COMMIT,
                reservation.holding(),
                reservation.month(),
                compensationKind,
                null,
                Map.of(
                        Account.RESERVED,
                        part.negate(),
                        Account.COMMITTED,
                        part,
                        Account.GIVEN,
                        part.negate(),
                        Account.CUSTOMER,
                        part));
    }

    /** The case is another customer's, and so is what it holds. */
    public void moveTo(CaseNumber caseNumber, String customerNumber) {
        rows.moveTo(caseNumber, customerNumber);
    }

    /** What the case holds and neither got nor gave back. */
    public BigDecimal held(CaseNumber caseNumber) {
        return rows.held(caseNumber);
    }

    /** The budget out of which the case got what it holds; of two months the later one. */
    public Optional<Budget> drawnOn(CaseNumber caseNumber) {
        return rows.lastHeld(caseNumber)
                .map(reservation -> budgets.opened(reservation.holding().team(), reservation.month()));
    }

    public CaseMoney of(CaseNumber caseNumber) {
        return rows.of(caseNumber);
    }
}
