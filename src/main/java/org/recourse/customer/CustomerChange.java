package org.recourse.customer;

import java.time.Instant;
import org.recourse.identifier.PersonId;

/** One corrected field of a customer: who changed what, from what to what, when. */
public record CustomerChange(String field, String before, String after, PersonId who, Instant at) {}
