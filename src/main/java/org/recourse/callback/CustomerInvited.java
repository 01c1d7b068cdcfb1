package org.recourse.callback;

/** The customer is going to be called: they are told when. */
public record CustomerInvited(String caseNumber, Invitation invitation) {}
