package org.recourse.intake;

/** A row that was not taken, and why. */
public record Refusal(long line, String reason) {}
