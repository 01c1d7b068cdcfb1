package org.recourse.promise;

import org.recourse.identifier.CaseNumber;

/** A promise of the case was kept, moved, cancelled or broken: what hangs on the last one is to be dated anew. */
public record PromiseChanged(CaseNumber caseNumber) {}
