package org.recourse.teamwork;

import java.time.Instant;
import java.util.List;

/** What somebody wrote to the colleagues about a case. */
public record Comment(Instant at, String who, String text, List<String> mentions) {}
