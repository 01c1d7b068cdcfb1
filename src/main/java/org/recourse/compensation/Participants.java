package org.recourse.compensation;

import java.util.Set;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;

/** Who must not approve in a case (four eyes by identity, R17). */
public interface Participants {

    /** Who offered, advised or asked in the case. */
    Set<PersonId> of(CaseNumber caseNumber);

    /** Whether the person is the customer. */
    boolean benefits(PersonId person, CaseNumber caseNumber);
}
