package org.recourse.insight.figures;

import java.util.List;

/** Finds what counts in some of the figures. */
interface Facts {

    /** Facts whose place in time may lie in the span; those at its edges are sorted out by the team's days later. */
    List<Fact> within(Span span);
}
