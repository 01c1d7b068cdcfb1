package org.recourse.escalation.desk;

/** The case has no promise of that number. */
public final class NoSuchPromise extends RuntimeException {

    NoSuchPromise(String caseNumber, long id) {
        super("%s has no promise %d.".formatted(caseNumber, id));
    }
}
