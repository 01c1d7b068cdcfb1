package org.recourse.intake;

import org.recourse.text.Saying;

/** A row that was not taken, and why. */
public record RefusedRow(long line, Saying reason) {}
