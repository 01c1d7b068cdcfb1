package org.recourse.clock;

import org.recourse.identifier.CaseNumber;

/** One clock of one case. */
record ClockKey(CaseNumber caseNumber, int number) {}
