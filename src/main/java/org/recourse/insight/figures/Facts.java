package org.recourse.insight.figures;

import java.util.Collection;
import java.util.List;

/** Finds what counts in some of the figures. */
interface Facts {

    /** Everything that counts, or will when its window has passed, of these cases; of no case is it known from elsewhere. */
    List<Fact> of(Collection<String> cases);
}
