package org.recourse.clock;

import org.recourse.form.Choice;

/** What a clock is owed to: our own promise of service, which may pause, or a rule of law, which never does. */
enum ClockKind implements Choice {
    SERVICE,
    REGULATORY
}
