package org.recourse.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.CustomerChange;
import org.recourse.customer.Customers;
import org.recourse.form.RefusedInput;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Finds customers by what a caller says, and corrects what we know about them. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    private final Customers customers;
    private final CurrentUser user;
    private final Speech speech;

    CustomerController(Customers customers, CurrentUser user, Speech speech) {
        this.customers = customers;
        this.user = user;
        this.speech = speech;
    }

    /** A customer with every correction, the oldest first. */
    record CustomerFile(Customer customer, List<CustomerChange> changes) {}

    @Operation(
            summary = "Find customers by number, phone or mail",
            description = "Everybody whom one of the three fits; several are offered, none is guessed.")
    @GetMapping
    List<Customer> find(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email) {
        demand(Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.INTEGRATION, Roles.AUDITOR);
        if (number == null && phone == null && email == null) {
            throw new RefusedInput("number", Sentence.of("customer.missing"));
        }
        Map<String, Customer> found = new LinkedHashMap<>();
        if (number != null) {
            customers.byNumber(number).ifPresent(customer -> found.put(customer.number(), customer));
        }
        if (phone != null) {
            customers.byPhone(withPlus(phone)).forEach(customer -> found.put(customer.number(), customer));
        }
        if (email != null) {
            customers.byEmail(email).forEach(customer -> found.put(customer.number(), customer));
        }
        return new ArrayList<>(found.values());
    }

    @Operation(summary = "Read a customer")
    @GetMapping("/{number}")
    CustomerFile file(@PathVariable String number) {
        demand(Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.INTEGRATION, Roles.AUDITOR);
        return new CustomerFile(known(number), customers.changes(number));
    }

    @Operation(
            summary = "Change a customer",
            description = "Changes what is given and leaves the rest; null or an empty text removes what is optional.")
    @RequestMapping(
            path = "/{number}",
            method = {RequestMethod.PUT, RequestMethod.PATCH})
    @Transactional
    public CustomerFile correct(@PathVariable String number, @RequestBody Map<String, @Nullable Object> changes) {
        demand(Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.INTEGRATION);
        known(number);
        Map<String, String> texts = new HashMap<>();
        changes.forEach((field, value) -> texts.put(field, text(value)));
        Customer corrected = customers.correct(number, texts, user.id());
        return new CustomerFile(corrected, customers.changes(number));
    }

    /** An unescaped + in an address arrives as a blank. */
    private static String withPlus(String phone) {
        return phone.startsWith(" ") ? "+" + phone.strip() : phone;
    }

    private Customer known(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, speech.say("customer.no-such", number)));
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(";"))
                : Objects.toString(value, "");
    }

    private void demand(String... roles) {
        if (Stream.of(roles).noneMatch(user::hasRole)) {
            throw new AccessDeniedException(speech.say("customer.for-those-who-talk"));
        }
    }
}
