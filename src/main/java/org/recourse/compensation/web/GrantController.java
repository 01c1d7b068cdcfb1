package org.recourse.compensation.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.GrantState;
import org.recourse.compensation.Granting;
import org.recourse.compensation.Grants;
import org.recourse.compensation.Grants.Grant;
import org.recourse.compensation.payment.PaymentUnclear;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What was granted: {@code GET /api/grants?state=to-pay} lists what waits to be paid by hand, {@code POST …/payment} with a
 * {@code reference} says that it was, {@code POST …/sending} asks the payment system once more. Supervisors see what their
 * teams granted.
 */
@RestController
@RequestMapping("/api/grants")
class GrantController {

    private final Grants grants;
    private final Granting granting;
    private final MoneyAccess access;
    private final People people;
    private final Times times;
    private final Speech speech;

    GrantController(Grants grants, Granting granting, MoneyAccess access, People people, Times times, Speech speech) {
        this.grants = grants;
        this.granting = granting;
        this.access = access;
        this.people = people;
        this.times = times;
        this.speech = speech;
    }

    @Operation(summary = "List grants of a state")
    @GetMapping
    List<GrantLine> in(@RequestParam(defaultValue = "to-pay") String state) {
        access.demand("supervisor", "manager", "auditor", "integration");
        GrantState asked = state(state);
        List<Grant> found = access.allows("manager", "auditor", "integration")
                ? grants.in(asked)
                : grants.in(asked, access.teams());
        return found.stream().map(grant -> GrantLine.of(grant, people)).toList();
    }

    private static GrantState state(String state) {
        try {
            return GrantState.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new RefusedInput("state", Sentence.of("grant.no-state"));
        }
    }

    @Operation(summary = "Whether the caller pays by hand, and sends again what stayed unclear")
    @GetMapping("/permission")
    Map<String, Boolean> permission() {
        return Map.of("pay", access.allows("supervisor", "manager"), "send", access.allows("manager"));
    }

    @Operation(summary = "Record that a grant was paid by hand", description = "Key of the body: reference.")
    @PostMapping("/{key}/payment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void paid(@PathVariable String key, @RequestBody Map<String, @Nullable Object> body) {
        access.demand("supervisor", "manager", "integration");
        Grant grant = grant(key);
        if (!access.allows("manager", "integration")) {
            access.demandOneOf(grants.teamsOf(grant.caseNumber()));
        }
        Answers given = new Answers(new HashMap<>(body), times::house).only("reference");
        granting.paidByHand(grant, given.required("reference", 100, Sentence.of("grant.reference-missing")));
    }

    @Operation(summary = "Send a grant to the payment system again")
    @PostMapping("/{key}/sending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendAgain(@PathVariable String key) {
        access.demand("manager", "integration");
        granting.sendAgain(grant(key));
    }

    private Grant grant(String key) {
        return grants.find(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, speech.say("grant.no-such", key)));
    }

    @ExceptionHandler
    ProblemDetail unclear(PaymentUnclear unclear) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_GATEWAY, speech.say("payment.still-unclear", unclear.saying()));
    }

    /** A grant with its state in the words of the API. */
    record GrantLine(
            String key,
            CaseNumber caseNumber,
            String customerNumber,
            String kind,
            java.math.BigDecimal amount,
            String currency,
            String state,
            String agreedBy,
            String agreedByName,
            java.time.Instant agreedAt,
            @Nullable String reference,
            @Nullable Saying lastAnswer) {

        static GrantLine of(Grant grant, People people) {
            return new GrantLine(
                    grant.key(),
                    grant.caseNumber(),
                    grant.customerNumber(),
                    grant.kind(),
                    grant.amount(),
                    grant.currency(),
                    grant.state().value(),
                    grant.agreedBy(),
                    people.fullName(PersonId.of(grant.agreedBy())),
                    grant.agreedAt(),
                    grant.reference(),
                    grant.lastAnswer());
        }
    }
}
