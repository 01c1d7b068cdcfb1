package org.recourse.insight.figures.facts;

import java.util.Collection;
import java.util.List;

/** Finds what counts in some of the figures. */
public interface Facts {

    /** Everything that counts, or will when its window has passed, of these cases; of no case is it known from elsewhere. */
    List<Fact> of(Collection<String> cases);
}
