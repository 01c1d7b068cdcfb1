package org.recourse.callback;

/**
 * The customer is going to be called: they are told when.
 *
 * @param calledInVain they were called already and did not answer
 */
public record CustomerInvited(String caseNumber, Invitation invitation, boolean calledInVain) {}
