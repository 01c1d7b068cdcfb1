package org.recourse.callback;

import org.recourse.identifier.CaseNumber;

/** The customer answered the callback: a contact begins with the person who called. */
public record CustomerReached(CaseNumber caseNumber, String person) {}
