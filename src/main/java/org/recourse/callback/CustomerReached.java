package org.recourse.callback;

import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;

/** The customer answered the callback: a contact begins with the person who called. */
public record CustomerReached(CaseNumber caseNumber, PersonId person) {}
