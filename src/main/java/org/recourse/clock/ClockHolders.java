package org.recourse.clock;

import java.util.List;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;

/** Who is responsible for a case, and who is above. */
public interface ClockHolders {

    /** The case as the clocks know it. */
    Clocked clocked(CaseNumber caseNumber);

    /** A person, or the group that is offered the case. */
    String holder(CaseNumber caseNumber);

    String supervisors(CaseNumber caseNumber);

    String managers(CaseNumber caseNumber);

    /** Who could take the case: people of its team and level, without who has it. */
    List<PersonId> candidates(CaseNumber caseNumber);

    /** Gives the case and its open steps to somebody else. */
    void reassign(Step step, PersonId person);
}
