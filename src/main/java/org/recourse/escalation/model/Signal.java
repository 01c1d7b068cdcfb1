package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** What an agent notices; waits, transfers and repeats are derived and never ticked (R3). */
public enum Signal implements Choice {
    DANGER,
    SAFETY,
    VULNERABILITY,
    LEGAL_THREAT,
    MEDIA_THREAT,
    THREAT,
    ABUSE,
    DEMAND_SUPERIOR,
    ALREADY_EXPLAINED,
    RAISED_VOICE,
    LONG_PAUSES
}
