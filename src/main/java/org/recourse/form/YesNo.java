package org.recourse.form;

/** A closed question's answer. */
public enum YesNo implements Choice {
    YES,
    NO
}
