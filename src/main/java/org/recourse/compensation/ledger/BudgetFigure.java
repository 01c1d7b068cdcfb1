package org.recourse.compensation.ledger;

import org.recourse.form.Choice;

/** A figure of a budget: the sum of certain entries, so that whoever doubts it can look at them. */
public enum BudgetFigure implements Choice {
    BUDGET("e.account = 'budget' and t.kind = 'fund'"),
    RESERVED("e.account = 'reserved'"),
    COMMITTED("e.account = 'committed'"),
    LEFT("e.account = 'budget'");

    private final String entries;

    BudgetFigure(String entries) {
        this.entries = entries;
    }

    String entries() {
        return entries;
    }
}
