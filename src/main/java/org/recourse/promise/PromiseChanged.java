package org.recourse.promise;

/** A promise of the case was kept, moved, cancelled or broken: what hangs on the last one is to be dated anew. */
public record PromiseChanged(String caseNumber) {}
