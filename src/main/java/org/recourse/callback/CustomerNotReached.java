package org.recourse.callback;

import org.recourse.identifier.CaseNumber;

/** All attempts were in vain: the customer is told in writing. */
public record CustomerNotReached(CaseNumber caseNumber, long callback) {}
