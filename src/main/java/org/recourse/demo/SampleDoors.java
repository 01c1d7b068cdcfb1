package org.recourse.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.recourse.compensation.Granting;
import org.recourse.compensation.Grants;
import org.recourse.escalation.desk.CaseDesk;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.opening.OpeningKeys;
import org.recourse.followup.CheckIn;
import org.recourse.followup.CheckIns;
import org.recourse.followup.Ratings;
import org.recourse.followup.Settled;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The doors by which sample cases come and go on: the API, the forms, the customer's page. */
@Component
@Profile("demo")
class SampleDoors {

    private final DemoPeople people;
    private final CaseDesk desk;
    private final Cases cases;
    private final CheckIns checkIns;
    private final Ratings ratings;
    private final Grants grants;
    private final Granting granting;
    private final OpeningKeys keys;

    SampleDoors(
            DemoPeople people,
            CaseDesk desk,
            Cases cases,
            CheckIns checkIns,
            Ratings ratings,
            Grants grants,
            Granting granting,
            OpeningKeys keys) {
        this.people = people;
        this.desk = desk;
        this.cases = cases;
        this.checkIns = checkIns;
        this.ratings = ratings;
        this.grants = grants;
        this.granting = granting;
        this.keys = keys;
    }

    boolean wasOpened(String by, String sample) {
        return keys.wasUsed(by, key(sample));
    }

    /** @return the case number */
    CaseNumber open(String by, String sample, Map<String, Object> answers) {
        return people.as(
                PersonId.of(by),
                () -> desk.open(new HashMap<>(answers), key(sample)).caseNumber());
    }

    void act(String by, CaseNumber caseNumber, String step, Map<String, Object> answers) {
        switch (step) {
            case "rate" -> rate(caseNumber, answers);
            case "pay" ->
                people.as(PersonId.of(by), () -> {
                    pay(caseNumber, answers);
                    return caseNumber;
                });
            case "withdraw" ->
                people.as(PersonId.of(by), () -> {
                    desk.withdraw(cases.get(caseNumber), new HashMap<>(answers));
                    return caseNumber;
                });
            default ->
                people.as(PersonId.of(by), () -> {
                    people.submit(caseNumber, step, answers);
                    return caseNumber;
                });
        }
    }

    private void rate(CaseNumber caseNumber, Map<String, Object> answers) {
        List<CheckIn> asked = checkIns.of(caseNumber);
        String token = Objects.requireNonNull(asked.get(asked.size() - 1).token(), "no check-in was sent");
        ratings.rate(
                token,
                Settled.valueOf(String.valueOf(answers.get("settled"))),
                (Integer) answers.get("rating"),
                (String) answers.get("comment"));
    }

    private void pay(CaseNumber caseNumber, Map<String, Object> answers) {
        grants.of(caseNumber).stream()
                .filter(grant -> grant.kind().equals(answers.get("kind")))
                .forEach(grant -> granting.paidByHand(grant, String.valueOf(answers.get("reference"))));
    }

    private static String key(String sample) {
        return "demo/" + sample;
    }
}
