package org.recourse.compensation;

import org.recourse.form.Choice;

/** CEILING is asked for before the customer hears a figure, AGREEMENT after one subject to approval. */
public enum ApprovalPurpose implements Choice {
    CEILING,
    AGREEMENT
}
