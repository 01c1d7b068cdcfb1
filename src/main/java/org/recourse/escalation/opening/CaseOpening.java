package org.recourse.escalation.opening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.ContactKind;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Channel;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Signal;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.text.Sentence;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Opens a case: who is it, whose team, and what is known so far. */
@Service
class CaseOpening {

    private static final String AGENT = "agent";

    private final Cases cases;
    private final Contacts contacts;
    private final Customers customers;
    private final People people;
    private final CaseClocks clocks;
    private final CurrentUser user;
    private final OpeningClaims claims;

    CaseOpening(
            Cases cases,
            Contacts contacts,
            Customers customers,
            People people,
            CaseClocks clocks,
            CurrentUser user,
            OpeningClaims claims) {
        this.claims = claims;
        this.cases = cases;
        this.contacts = contacts;
        this.customers = customers;
        this.people = people;
        this.clocks = clocks;
        this.user = user;
    }

    /**
     * @throws RefusedInput naming the field when customer, title or team is missing or unclear
     * @throws DuplicateKeyException when another request has just opened the case of the same newcomer: ask again
     */
    EscalationCase open(Step step, Answers answers) {
        String title = answers.required("title", Answers.SHORT_TEXT, Sentence.of("case.title-missing"));
        Channel channel = answers.choice("channel", Channel.class);
        Team team = team(answers.identifier("team", 64));
        String story = answers.text("story");
        String product = answers.text("product", Answers.SHORT_TEXT);
        String outcome = answers.text("desiredOutcome");
        Integer mood = answers.number("mood", 1, 5);
        List<Signal> signals = answers.choices("signals", Signal.class);
        WhichCustomer who = WhichCustomer.of(answers);
        Optional<Customer> known = who.among(customers);
        Customer customer = known.orElseGet(() -> who.newcomer(customers));
        Imported imported = answers.handed(Imported.FIELD, Imported.class);
        AskedOnce once = answers.handed(AskedOnce.FIELD, AskedOnce.class);
        if (once != null && known.isPresent() && claims.sameMoment(who, title).isPresent()) {
            throw new DuplicateKeyException("a case of this newcomer was opened while this request looked for them");
        }

        EscalationCase opened =
                cases.open(team, customer.number(), channel == null ? Channel.PHONE : channel, customer.zone(), title);
        opened.noted(CaseField.STORY, story)
                .noted(CaseField.PRODUCT, product)
                .noted(CaseField.DESIRED_OUTCOME, outcome)
                .inMood(mood)
                .noticed(signals == null ? List.of() : signals);
        if (imported != null) {
            opened.importedFrom(imported.source(), imported.receivedAt());
        } else if (user.hasRole(AGENT)) {
            opened.answeredBy(user.id());
        }
        cases.save(opened, step.in(opened.number()));
        if (known.isEmpty()) {
            claims.take(who, title, opened.number());
        }
        contacts.begin(
                opened, ContactKind.FIRST, opened.channel().value(), user.id().value(), story);
        clocks.opened(opened, customer.tier());
        return opened;
    }

    private Team team(@Nullable String given) {
        Set<Team> teams = user.teams();
        if (given != null && !given.isBlank()) {
            Team team = Team.of(given.strip());
            if (!teams.isEmpty() && user.hasRole(AGENT) && !teams.contains(team)) {
                throw new RefusedInput("team", Sentence.of("case.not-your-team", team));
            }
            if (!team.value().matches("team-[a-z0-9-]+")) {
                throw new RefusedInput("team", Sentence.of("case.not-a-team", team));
            }
            if (!teams.contains(team) && people.membersOf(team + "-agent").isEmpty()) {
                throw new RefusedInput("team", Sentence.of("case.team-without-agents", team));
            }
            return team;
        }
        if (teams.size() == 1) {
            return teams.iterator().next();
        }
        throw new RefusedInput("team", Sentence.of("case.team-missing"));
    }
}
