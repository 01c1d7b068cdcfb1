package org.recourse.compensation;

import org.recourse.identifier.CaseNumber;

/** Tells what the case knows about itself and its customer. */
public interface Backgrounds {

    Background of(CaseNumber caseNumber);
}
