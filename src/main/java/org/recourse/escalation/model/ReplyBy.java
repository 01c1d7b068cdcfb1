package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** How a written complaint is answered. */
public enum ReplyBy implements Choice {
    IN_WRITING,
    CALL_FIRST
}
