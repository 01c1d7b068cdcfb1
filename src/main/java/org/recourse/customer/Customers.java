package org.recourse.customer;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer.Consent;
import org.recourse.customer.Identification.Found;
import org.recourse.customer.Identification.Several;
import org.recourse.customer.Identification.Unknown;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.PersonId;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds, creates and corrects customers: every case belongs to one. */
@Service
public class Customers {

    private final CustomerTable table;
    private final CustomerTrail trail;
    private final CustomerFields fields;
    private final PhoneNumbers phoneNumbers;
    private final Clock clock;
    private final String language;
    private final ZoneId zone;

    Customers(
            CustomerTable table,
            CustomerTrail trail,
            CustomerFields fields,
            PhoneNumbers phoneNumbers,
            Clock clock,
            @Value("${recourse.language-of-customers:de}") String language,
            @Value("${recourse.zone-of-customers:Europe/Berlin}") ZoneId zone) {
        this.table = table;
        this.trail = trail;
        this.fields = fields;
        this.phoneNumbers = phoneNumbers;
        this.clock = clock;
        this.language = language;
        this.zone = zone;
    }

    public Optional<Customer> byNumber(String number) {
        return table.byNumber(number.strip());
    }

    /**
     * Until the transaction ends, nobody else decides how much this customer gets: sums over their cases hold only while
     * no other case adds to them.
     */
    public void lock(String number) {
        table.lock(number);
    }

    /** Everybody with this phone, in whatever notation; nobody when it is no phone number. */
    public List<Customer> byPhone(String anyNotation) {
        return table.all(phoneNumbers
                .tryNormalise(anyNotation)
                .map(table::numbersByPhone)
                .orElse(List.of()));
    }

    public List<Customer> byEmail(String email) {
        return table.all(
                MailAddresses.tryNormalise(email).map(table::numbersByEmail).orElse(List.of()));
    }

    /**
     * Whom we speak to. A known number decides. Otherwise phone and mail address do: together if both are known,
     * else the one that is known. A number nobody has beside a phone somebody has is offered, not guessed.
     *
     * @throws RefusedInput naming {@code phone} or {@code email} when that is none
     */
    public Identification identify(@Nullable String number, @Nullable String phone, @Nullable String email) {
        Optional<Customer> named = given(number).flatMap(this::byNumber);
        if (named.isPresent()) {
            return new Found(named.get());
        }
        List<String> byPhone = given(phone)
                .map(text -> table.numbersByPhone(phoneNumbers.normalise("phone", text)))
                .orElse(List.of());
        List<String> byEmail = given(email)
                .map(text -> table.numbersByEmail(MailAddresses.normalise("email", text)))
                .orElse(List.of());
        List<Customer> candidates = table.all(together(byPhone, byEmail));
        if (candidates.isEmpty()) {
            return new Unknown();
        }
        return candidates.size() == 1 && given(number).isEmpty()
                ? new Found(candidates.get(0))
                : new Several(candidates);
    }

    /**
     * The same for everything that tells of one unknown person: their number, else their mail address, else their phone.
     *
     * @throws RefusedInput naming {@code phone} or {@code email} when that is none
     */
    public String sameness(@Nullable String number, @Nullable String phone, @Nullable String email) {
        return given(number)
                .map(text -> "number " + text)
                .or(() -> given(email).map(text -> "email " + MailAddresses.normalise("email", text)))
                .or(() -> given(phone).map(text -> "phone " + phoneNumbers.normalise("phone", text)))
                .orElse("");
    }

    /**
     * A customer made from the little that is known; without a number they get one of ours, {@code C-N1} and so on.
     * Who gives us a phone or an address agrees to be answered there about the case.
     *
     * @throws RefusedInput naming {@code customerNumber}, {@code name}, {@code phone} or {@code email}
     * @throws DuplicateKeyException when somebody has the number, as after two calls of one newcomer at the same moment:
     *     whoever asked identifies again
     */
    @Transactional
    public Customer meet(
            @Nullable String number, @Nullable String name, @Nullable String phone, @Nullable String email) {
        Map<String, String> known = new HashMap<>();
        given(name).ifPresent(text -> known.put("name", text));
        given(phone).ifPresent(text -> known.put("phones", phoneNumbers.normalise("phone", text)));
        given(email).ifPresent(text -> known.put("emails", MailAddresses.normalise("email", text)));
        return enter(given(number).map(Customers::wellFormed).orElseGet(this::ownNumber), known);
    }

    /**
     * A customer from named texts, as a row of an import gives them: name, phones, emails, language, zone, tier,
     * customerSince, yearlyValue, currency, preferredChannel, mayMail, mayText, mayCall.
     *
     * @throws RefusedInput naming the field that is wrong, or {@code customerNumber} when it is taken
     */
    @Transactional
    public Customer create(@Nullable String number, Map<String, String> known) {
        String own = given(number).map(Customers::wellFormed).orElseGet(this::ownNumber);
        if (byNumber(own).isPresent()) {
            throw new RefusedInput("customerNumber", Sentence.of("customer.number-taken", own));
        }
        return enter(own, known);
    }

    private Customer enter(String own, Map<String, String> known) {
        Customer blank = new Customer(
                own,
                null,
                List.of(),
                List.of(),
                language,
                zone,
                Tier.STANDARD,
                null,
                null,
                "EUR",
                preference(known),
                Consent.ALL);
        Customer created = fields.apply(blank, known);
        table.insert(created, clock.instant());
        return created;
    }

    /**
     * Changes the given fields (named as in {@link #create}) and keeps who changed what from what to
     * what. An absent field stays; an empty text removes what is optional.
     *
     * @throws RefusedInput naming the field that is wrong, or {@code customerNumber} when nobody has it
     */
    @Transactional
    public Customer correct(String number, Map<String, String> changes, PersonId who) {
        if (!table.lock(number)) {
            throw new RefusedInput("customerNumber", Sentence.of("customer.no-such", number));
        }
        table.forget(number);
        Customer before = byNumber(number).orElseThrow();
        Customer after = fields.apply(before, changes);
        Map<String, String> textsBefore = fields.of(before);
        List<CustomerChange> changed = fields.of(after).entrySet().stream()
                .map(field -> new CustomerChange(
                        field.getKey(),
                        textsBefore.getOrDefault(field.getKey(), ""),
                        field.getValue(),
                        who,
                        clock.instant()))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
        if (!changed.isEmpty()) {
            table.update(after);
            changed.forEach(change -> trail.log(number, change));
        }
        return after;
    }

    /** Every correction, the oldest first. */
    public List<CustomerChange> changes(String number) {
        return trail.changes(number);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static TreeSet<String> together(List<String> byPhone, List<String> byEmail) {
        TreeSet<String> both = new TreeSet<>(byPhone);
        both.retainAll(byEmail);
        if (both.isEmpty()) {
            both.addAll(byPhone);
            both.addAll(byEmail);
        }
        return both;
    }

    private static String wellFormed(String number) {
        if (!number.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}")) {
            throw new RefusedInput("customerNumber", Sentence.of("customer.number-malformed"));
        }
        return number;
    }

    private String ownNumber() {
        String number = "C-N" + table.nextOwnNumber();
        return byNumber(number).isEmpty() ? number : ownNumber();
    }

    private static ContactChannel preference(Map<String, String> known) {
        return known.getOrDefault("emails", "").isBlank()
                        && !known.getOrDefault("phones", "").isBlank()
                ? ContactChannel.TEXT
                : ContactChannel.MAIL;
    }
}
