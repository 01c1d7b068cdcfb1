package org.recourse.callback;

import org.recourse.identifier.CaseNumber;

/** The customer is going to be called: they are told when. */
public record CustomerInvited(CaseNumber caseNumber, Invitation invitation) {}
