package org.recourse.clock;

/** One clock of one case. */
record ClockKey(String caseNumber, int number) {

    /** Before the first of all. */
    static final ClockKey BEGINNING = new ClockKey("", 0);
}
