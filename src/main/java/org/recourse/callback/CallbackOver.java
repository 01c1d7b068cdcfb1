package org.recourse.callback;

/** A planned call was attempted or cancelled: nobody waits for its window any more. */
public record CallbackOver(String caseNumber) {}
