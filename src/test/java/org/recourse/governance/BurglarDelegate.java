package org.recourse.governance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A class on the class path that a diagram must not reach by its name. */
public class BurglarDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Burglar.enter();
    }
}
