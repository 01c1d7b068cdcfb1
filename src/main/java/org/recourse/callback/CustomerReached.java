package org.recourse.callback;

/** The customer answered the callback: a contact begins with the person who called. */
public record CustomerReached(String caseNumber, String person) {}
