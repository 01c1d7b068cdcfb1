package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** Why the matter could not be settled where it came in (R23). */
public enum RootCause implements Choice {
    COMPLEX_MATTER,
    MISSING_KNOWLEDGE,
    NO_AUTHORITY,
    POOR_INFORMATION,
    LONG_WAIT,
    FIRST_HANDLING,
    PRODUCT_OR_POLICY,
    OTHER
}
