package org.recourse.promise;

/** Whom to tell above the owner of a promise. */
public interface Supervisors {

    /** Group of the supervisors who are responsible for a case. */
    String of(String caseNumber);

    /** Group of the managers who are responsible for a case. */
    String managersOf(String caseNumber);
}
