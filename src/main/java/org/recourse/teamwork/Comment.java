package org.recourse.teamwork;

import java.time.Instant;
import java.util.List;
import org.recourse.identifier.PersonId;

/** What somebody wrote to the colleagues about a case. */
public record Comment(Instant at, PersonId who, String text, List<String> mentions) {}
