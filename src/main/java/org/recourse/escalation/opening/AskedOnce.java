package org.recourse.escalation.opening;

/** A request that is sent again when another one has just made the customer: it then gets that one's case. */
public record AskedOnce() {

    public static final String FIELD = "askedOnce";
}
