package org.recourse.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.firstline.Drafts;
import org.springframework.stereotype.Component;

/** The ten minutes after the call are over: what was kept stays, what is blank is named. */
@Component
@UsedIn("AfterCall")
class KeepDraftDelegate implements JavaDelegate {

    private final Drafts drafts;

    KeepDraftDelegate(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drafts.keep(Steps.of(execution));
    }
}
