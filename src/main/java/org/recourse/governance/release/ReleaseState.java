package org.recourse.governance.release;

import org.recourse.form.Choice;

/** What has become of a release. */
public enum ReleaseState implements Choice {
    DRAFT,
    LIVE,
    REPLACED,
    REJECTED
}
