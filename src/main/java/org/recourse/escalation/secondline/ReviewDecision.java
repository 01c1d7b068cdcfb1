package org.recourse.escalation.secondline;

import org.recourse.form.Choice;

/** What a reviewer does with a hand-over. */
enum ReviewDecision implements Choice {
    ADVISE,
    TAKE_OVER,
    CALL_BACK
}
