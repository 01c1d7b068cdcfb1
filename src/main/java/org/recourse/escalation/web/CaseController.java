package org.recourse.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.escalation.desk.CaseDesk;
import org.recourse.escalation.desk.CaseDesk.Opened;
import org.recourse.escalation.desk.CaseFinding;
import org.recourse.escalation.desk.CaseFinding.Found;
import org.recourse.identifier.CaseNumber;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens cases and takes what the customer or another system tells us about them. */
@RestController
@RequestMapping("/api/cases")
class CaseController {

    private static final int TRIES = 5;

    private final CaseDesk desk;
    private final CaseFinding finding;
    private final CaseAccess access;

    CaseController(CaseDesk desk, CaseFinding finding, CaseAccess access) {
        this.desk = desk;
        this.finding = finding;
        this.access = access;
    }

    @Operation(
            summary = "Find cases",
            description = "By the number of the case or of the customer, a phone number or a mail address.")
    @GetMapping
    List<Found> find(@RequestParam String find) {
        access.demandColleague();
        return finding.by(find);
    }

    @Operation(
            summary = "Open a case",
            description = "Keys of the body: customerNumber or phone or email, channel, title, story; optional are "
                    + "product, desiredOutcome, mood, signals and team. 200 instead of 201 when the "
                    + "Idempotency-Key was seen before.")
    @PostMapping
    ResponseEntity<Opened> open(
            @RequestBody Map<String, @Nullable Object> answers,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Opened opened = open(answers, key == null || key.isBlank() ? null : key.strip(), TRIES);
        return ResponseEntity.status(opened.known() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(opened);
    }

    /**
     * Of two requests with one key at the same moment the slower one is given the case of the faster one; of two calls of
     * one newcomer the slower one finds the customer. Of several at once one gets through in each round.
     */
    private Opened open(Map<String, @Nullable Object> answers, @Nullable String key, int tries) {
        try {
            return desk.open(answers, key);
        } catch (ConcurrencyFailureException | DuplicateKeyException atTheSameMoment) {
            if (tries > 1) {
                return open(answers, key, tries - 1);
            }
            throw atTheSameMoment;
        }
    }

    @Operation(summary = "Record that the customer came back", description = "Keys of the body: channel, story.")
    @PostMapping("/{caseNumber}/contacts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void contact(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        desk.contact(access.demandContact(caseNumber), body);
    }

    @Operation(summary = "Withdraw a case for the customer", description = "Key of the body: reason.")
    @PostMapping("/{caseNumber}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        desk.withdraw(access.demandWork(caseNumber), body);
    }

    @Operation(
            summary = "Move a case to the customer whose it is",
            description = "Keys of the body: customerNumber or phone or email, reason.")
    @PostMapping("/{caseNumber}/customer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void customer(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        desk.customer(access.demandWork(caseNumber), body);
    }

    @Operation(
            summary = "Report what became of a promise",
            description = "Keys of the body: state, reason, dueBy, movedBy.")
    @PostMapping("/{caseNumber}/promises/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void promise(
            @PathVariable CaseNumber caseNumber,
            @PathVariable long id,
            @RequestBody Map<String, @Nullable Object> body) {
        desk.promise(access.demandWork(caseNumber), id, body);
    }

    @Operation(summary = "Ask somebody about a case", description = "Keys of the body: to, question, dueBy.")
    @PostMapping("/{caseNumber}/questions")
    ResponseEntity<Map<String, Object>> question(
            @PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        long id = desk.ask(access.demandWork(caseNumber), body);
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id));
    }
}
