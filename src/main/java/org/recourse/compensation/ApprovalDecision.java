package org.recourse.compensation;

import org.recourse.form.Choice;

/** What an approver decides. */
enum ApprovalDecision implements Choice {
    APPROVE,
    REDUCE,
    REJECT
}
