package org.recourse.compensation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.DecisionTable;
import org.recourse.form.Outcome;
import org.recourse.form.Step;
import org.springframework.stereotype.Component;

/** Tells the authority table what is asked for, and keeps its ruling with the request. */
@Component
class CheckAuthority implements DecisionTable {

    private final Approvals approvals;

    CheckAuthority(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String decision() {
        return "CompensationAuthority";
    }

    @Override
    public Map<String, @Nullable Object> facts(Step step) {
        Approval approval = approvals.open(step.caseNumber());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("role", approval.askedRole().name().toLowerCase(Locale.ROOT));
        facts.put("tier", approval.tier());
        facts.put("goodwillAmount", approval.goodwillTotal().doubleValue());
        facts.put("moneyBackAmount", approval.moneyBackTotal().doubleValue());
        facts.put("earlierGoodwill", approval.earlierGoodwill().doubleValue());
        return facts;
    }

    @Override
    public void decided(Step step, Outcome outcome) {
        approvals.ruled(step, outcome);
    }
}
