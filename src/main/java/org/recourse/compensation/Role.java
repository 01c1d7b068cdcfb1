package org.recourse.compensation;

import org.recourse.form.Choice;

/** Whose authority counts, by level: 1 agent, 2 supervisor, 3 manager. */
public enum Role implements Choice {
    AGENT,
    SUPERVISOR,
    MANAGER;

    /** The role that works on a level, 1 to 3. */
    public static Role ofLevel(int level) {
        return values()[Math.min(level, values().length) - 1];
    }
}
