package org.recourse.followup;

import org.recourse.form.Choice;

/** What the customer says at the check-in. */
public enum Settled implements Choice {
    YES,
    ONE_THING_LEFT,
    NO
}
