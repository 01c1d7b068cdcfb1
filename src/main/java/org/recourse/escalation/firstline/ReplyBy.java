package org.recourse.escalation.firstline;

import org.recourse.form.Choice;

/** How a written complaint is answered. */
public enum ReplyBy implements Choice {
    IN_WRITING,
    CALL_FIRST
}
