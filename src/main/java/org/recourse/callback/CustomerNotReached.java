package org.recourse.callback;

/** All attempts were in vain: the customer is told in writing. */
public record CustomerNotReached(String caseNumber, long callback) {}
