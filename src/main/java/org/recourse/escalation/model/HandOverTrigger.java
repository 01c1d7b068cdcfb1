package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** Why a case leaves its level. */
public enum HandOverTrigger implements Choice {
    DEMAND,
    THREAT,
    KNOWLEDGE,
    AUTHORITY,
    CONDUCT,
    ANGLES_USED_UP,
    SAFETY,
    VULNERABILITY,
    CANNOT_CONTINUE,
    HIGHER_LEVEL,
    REOPENED,
    REPEATED;

    @Override
    public String words() {
        return said().toString();
    }
}
