package org.recourse.clock;

import java.util.List;
import org.recourse.form.Step;

/** Who is responsible for a case, and who is above. */
public interface ClockHolders {

    /** The case as the clocks know it. */
    Clocked clocked(String caseNumber);

    /** A person, or the group that is offered the case. */
    String holder(String caseNumber);

    String supervisors(String caseNumber);

    String managers(String caseNumber);

    /** Who could take the case: people of its team and level, without who has it. */
    List<String> candidates(String caseNumber);

    /** Gives the case and its open steps to somebody else. */
    void reassign(Step step, String person);
}
