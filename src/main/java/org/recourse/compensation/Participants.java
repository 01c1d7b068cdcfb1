package org.recourse.compensation;

import java.util.Set;

/** Who must not approve in a case (four eyes by identity, R17). */
public interface Participants {

    /** Who offered, advised or asked in the case. */
    Set<String> of(String caseNumber);

    /** Whether the person is the customer. */
    boolean benefits(String person, String caseNumber);
}
