package org.recourse.clock;

import static org.recourse.form.SteeringVariable.Lasting.CLOCK_NUMBER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.RefusedInput;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.record.CaseLog;
import org.recourse.record.HandOverHappening;
import org.recourse.record.Words;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** A clock is breached: the supervisors decide whether somebody else takes the case. */
@Component
class ReassignCaseStep implements FormStep {

    private static final int PRIORITY = 80;

    private final ClockRows rows;
    private final ClockHolders holders;
    private final People people;
    private final Speech speech;
    private final CaseLog log;

    ReassignCaseStep(ClockRows rows, ClockHolders holders, People people, Speech speech, CaseLog log) {
        this.rows = rows;
        this.holders = holders;
        this.people = people;
        this.speech = speech;
        this.log = log;
    }

    @Override
    public String form() {
        return "reassign-case";
    }

    @Override
    public Holder holder(Step step) {
        return Holder.group(
                holders.supervisors(step.caseNumber()), PRIORITY, clock(step).dueAt());
    }

    private CaseClock clock(Step step) {
        CaseClock clock = rows.find(new ClockKey(step.caseNumber(), (int) step.number(CLOCK_NUMBER)));
        if (clock == null) {
            throw new IllegalStateException(step.caseNumber() + " has no clock " + step.number(CLOCK_NUMBER));
        }
        return clock;
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        CaseClock breached = clock(step);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("breachedWhat", speech.say(Owed.said(breached.what())));
        data.put("breachedDue", speech.at(breached.dueAt()));
        data.put("breachedRule", speech.say(breached.rule()));
        String holder = holders.holder(step.caseNumber());
        data.put(
                "holderName",
                people.exists(PersonId.of(holder))
                        ? people.fullName(PersonId.of(holder))
                        : speech.say("clock.offered", new Person(holder)));
        data.put(
                "candidates",
                holders.candidates(step.caseNumber()).stream()
                        .map(person -> Map.of("label", people.fullName(person), "value", person.value()))
                        .toList());
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        String person = answers.identifier("assignee", 64);
        String comment = answers.text("comment");
        String holder = holders.holder(step.caseNumber());
        if (person != null && !person.isBlank()) {
            List<PersonId> candidates = holders.candidates(step.caseNumber());
            if (!candidates.contains(PersonId.of(person))) {
                throw new RefusedInput(
                        "assignee",
                        candidates.isEmpty()
                                ? Sentence.of("clock.nobody-else")
                                : Sentence.of(
                                        "clock.cannot-take",
                                        person,
                                        candidates.stream().map(PersonId::value).collect(Collectors.joining(", "))));
            }
            holders.reassign(step, PersonId.of(person));
        }
        log.happened(
                step,
                new HandOverHappening.Reassigned(
                        holder, person == null || person.isBlank() ? null : person, Words.of(comment)));
        return Steering.none();
    }
}
