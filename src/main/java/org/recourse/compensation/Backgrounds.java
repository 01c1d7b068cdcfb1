package org.recourse.compensation;

/** Tells what the case knows about itself and its customer. */
public interface Backgrounds {

    Background of(String caseNumber);
}
