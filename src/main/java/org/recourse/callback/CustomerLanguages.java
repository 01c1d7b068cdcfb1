package org.recourse.callback;

import org.jspecify.annotations.Nullable;

/** Which language the customer of a case speaks: their page does, too. */
public interface CustomerLanguages {

    /** ISO code. */
    @Nullable
    String of(String caseNumber);
}
