package org.recourse.compensation;

import java.util.Set;

/** Who took part in offering: they do not approve in the same case (four eyes by identity, R17). */
public interface Participants {

    Set<String> of(String caseNumber);
}
