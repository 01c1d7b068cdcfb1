package org.recourse.promise;

import org.recourse.identifier.CaseNumber;

/** Whom to tell above the owner of a promise. */
public interface Supervisors {

    /** Group of the supervisors who are responsible for a case. */
    String of(CaseNumber caseNumber);

    /** Group of the managers who are responsible for a case. */
    String managersOf(CaseNumber caseNumber);
}
