package org.recourse.customer;

import java.util.List;

/** Whom the given number, phone and mail address belong to; several are offered, none is guessed. */
public sealed interface Identification {

    record Found(Customer customer) implements Identification {}

    /** Also a single customer, when what was given contradicts itself (an unknown number, a known phone). */
    record Several(List<Customer> candidates) implements Identification {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    record Unknown() implements Identification {}
}
