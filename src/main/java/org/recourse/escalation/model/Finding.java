package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** Whether the complaint was right, whatever the customer agreed to (DISP 1.4.1, 1.10). */
public enum Finding implements Choice {
    UPHELD,
    PARTLY_UPHELD,
    NOT_UPHELD
}
