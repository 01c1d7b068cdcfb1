package org.recourse.callback;

import org.recourse.identifier.CaseNumber;

/** A planned call was attempted or cancelled: nobody waits for its window any more. */
public record CallbackOver(CaseNumber caseNumber) {}
