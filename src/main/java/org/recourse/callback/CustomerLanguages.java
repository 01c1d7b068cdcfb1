package org.recourse.callback;

import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/** Which language the customer of a case speaks: their page does, too. */
public interface CustomerLanguages {

    /** ISO code. */
    @Nullable
    String of(CaseNumber caseNumber);
}
