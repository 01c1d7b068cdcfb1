package org.recourse.form;

/** An enumeration whose constants stand in forms and on the wire as the words of the contract. */
public interface Choice {

    String name();

    /** The contract's word: the constant's name in lower case with hyphens. */
    default String value() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
