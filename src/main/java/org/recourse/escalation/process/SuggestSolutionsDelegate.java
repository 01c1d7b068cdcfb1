package org.recourse.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.offer.Suggestions;
import org.springframework.stereotype.Component;

/** Articles that fit product and cause, best success rate first. */
@Component
@UsedIn("CustomerEscalation")
class SuggestSolutionsDelegate implements JavaDelegate {

    private final Suggestions suggestions;

    SuggestSolutionsDelegate(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        suggestions.suggest(Steps.of(execution).caseNumber());
    }
}
