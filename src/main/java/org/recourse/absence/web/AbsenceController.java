package org.recourse.absence.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.absence.Absence;
import org.recourse.absence.Absences;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Sentence;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST {"person", "substitute", "from", "to"}}: {@code person} defaults to the caller, {@code from} and {@code to}
 * are points in time or days, the last day included.
 */
@RestController
@RequestMapping("/api/absences")
class AbsenceController {

    private static final int ID = 64;

    private final Absences absences;
    private final CurrentUser user;
    private final Times times;

    AbsenceController(Absences absences, CurrentUser user, Times times) {
        this.absences = absences;
        this.user = user;
        this.times = times;
    }

    @Operation(summary = "List absences that are not over yet")
    @GetMapping
    List<Absence> comingUp() {
        return absences.comingUp();
    }

    /**
     * What a form for absences offers.
     *
     * @param people who may stand in, by id with their names
     * @param mine whose absences the caller enters
     * @param zone in which days begin and end
     */
    record Choices(PersonId me, Map<String, String> people, Set<PersonId> mine, ZoneId zone) {}

    @Operation(summary = "Who may be away and who may stand in")
    @GetMapping("/choices")
    Choices choices() {
        return new Choices(user.id(), absences.whoMayStandIn(), absences.enteredByMe(), times.house());
    }

    @Operation(
            summary = "Enter an absence",
            description = "Keys of the body: person (absent: the caller), substitute, from, to; each a day or a "
                    + "day and time.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Absence enter(@RequestBody Map<String, @Nullable Object> body) {
        Answers given = new Answers(new HashMap<>(body), times::house).only("person", "substitute", "from", "to");
        String person = given.text("person", ID);
        String substitute = given.text("substitute", ID);
        return absences.enter(
                person == null || person.isBlank() ? user.id() : PersonId.of(person),
                PersonId.ofNullable(substitute),
                at(given, "from", 0),
                at(given, "to", 1));
    }

    private Instant at(Answers given, String field, int daysAdded) {
        String text = given.required(field, ID, Sentence.of("absence.day-missing"));
        try {
            return LocalDate.parse(text.strip())
                    .plusDays(daysAdded)
                    .atStartOfDay(times.house())
                    .toInstant();
        } catch (DateTimeParseException noDay) {
            Instant at = given.instant(field);
            if (at == null) {
                throw new RefusedInput(field, Sentence.of("absence.missing"));
            }
            return at;
        }
    }

    @Operation(summary = "End an absence")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id) {
        absences.end(id);
    }
}
