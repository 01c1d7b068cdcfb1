package org.recourse.escalation.question;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;

/** Something an agent or supervisor asks somebody about a case that stays theirs (R31). */
public record Question(
        long id,
        CaseNumber caseNumber,
        PersonId askedBy,
        String askedOf,
        String question,
        Instant askedAt,
        Instant dueBy,
        @Nullable String answer,
        @Nullable String answeredBy) {}
