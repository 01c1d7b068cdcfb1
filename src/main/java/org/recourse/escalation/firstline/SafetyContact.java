package org.recourse.escalation.firstline;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.recourse.customer.ContactChannel;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.customer.Tier;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.notification.MessageKind;
import org.recourse.notification.Messages;
import org.recourse.record.Notices;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who is told within minutes when somebody's life is in danger: the house's safety contact by message, the team's
 * supervisors and managers on their screens (R30).
 */
@Component
class SafetyContact {

    private final Messages messages;
    private final Customers customers;
    private final Notices notices;
    private final People people;
    private final CurrentUser user;
    private final Customer contact;

    SafetyContact(
            Messages messages,
            Customers customers,
            Notices notices,
            People people,
            CurrentUser user,
            @Value("${recourse.safety.mail:}") String mail,
            @Value("${recourse.safety.phone:}") String phone,
            @Value("${recourse.safety.language:en}") String language,
            @Value("${recourse.zone:Europe/Berlin}") ZoneId zone) {
        this.messages = messages;
        this.customers = customers;
        this.notices = notices;
        this.people = people;
        this.user = user;
        this.contact = new Customer(
                "safety-contact",
                null,
                given(phone),
                given(mail),
                language,
                zone,
                Tier.STANDARD,
                null,
                null,
                "EUR",
                phone.isBlank() ? ContactChannel.MAIL : ContactChannel.TEXT,
                new Customer.Consent(true, true, true));
    }

    private static List<String> given(String address) {
        return Stream.of(address.strip()).filter(text -> !text.isEmpty()).toList();
    }

    /** Told once for each case, however often the danger is noticed. */
    void tell(EscalationCase escalation) {
        CaseNumber number = escalation.number();
        Customer customer = customers.byNumber(escalation.customerNumber()).orElseThrow();
        String name = Objects.requireNonNullElse(customer.name(), customer.number());
        messages.write(
                "safety:" + number,
                number,
                MessageKind.SAFETY_ALERT,
                contact,
                Map.of(
                        "title", escalation.textOr(CaseField.TITLE, ""),
                        "customer", name,
                        "phone", String.join(", ", customer.phones()),
                        "agent", people.fullName(user.id())));
        notices.tell(
                Step.byRoute(number, "danger"),
                "danger-to-life",
                Sentence.of("firstline.danger-to-life", number, name, String.join(", ", customer.phones())),
                List.of(
                        Roles.inTeam(escalation.team(), Roles.SUPERVISOR),
                        Roles.inTeam(escalation.team(), Roles.MANAGER)));
    }
}
