package org.recourse.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.clocks.ClockDesk;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.form.Answers;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Supervisors pause the service clocks of a case for a stated reason, or extend a regulatory one where its rule allows. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/clocks")
@ResponseStatus(HttpStatus.NO_CONTENT)
class ClockController {

    private final CaseAccess access;
    private final ClockDesk desk;
    private final Times times;

    ClockController(CaseAccess access, ClockDesk desk, Times times) {
        this.access = access;
        this.desk = desk;
        this.times = times;
    }

    @Operation(summary = "Pause the service clocks of a case", description = "Keys of the body: reason, until.")
    @PostMapping("/pause")
    void pause(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        desk.pause(access.demandWork(caseNumber), answers(body, "reason", "until"));
    }

    @Operation(summary = "Let the service clocks of a case go on", description = "Key of the body: reason.")
    @PostMapping("/resumption")
    void resume(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        desk.resume(access.demandWork(caseNumber), answers(body, "reason"));
    }

    @Operation(summary = "Extend a regulatory clock where its rule allows it", description = "Key of the body: reason.")
    @PostMapping("/{number}/extension")
    void extend(
            @PathVariable CaseNumber caseNumber,
            @PathVariable int number,
            @RequestBody Map<String, @Nullable Object> body) {
        desk.extend(access.demandWork(caseNumber), number, answers(body, "reason"));
    }

    private Answers answers(Map<String, @Nullable Object> body, String... fields) {
        return new Answers(body, times::house).only(fields);
    }
}
