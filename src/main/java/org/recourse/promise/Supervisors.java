package org.recourse.promise;

/** Whom lateness is reported to. */
public interface Supervisors {

    /** The group of the supervisors of a case's team. */
    String of(String caseNumber);
}
