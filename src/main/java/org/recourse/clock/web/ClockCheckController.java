package org.recourse.clock.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.clock.ClockCheck;
import org.recourse.clock.ClockCheck.Check;
import org.recourse.clock.ClockCheck.Difference;
import org.recourse.form.RefusedAttempt;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.text.Sentence;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the stored due times follow from what is on record (B4). No case data beyond the numbers. */
@RestController
@RequestMapping("/api/clocks/check")
class ClockCheckController {

    private final ClockCheck check;
    private final CurrentUser user;

    ClockCheckController(ClockCheck check, CurrentUser user) {
        this.check = check;
        this.user = user;
    }

    /** @param latest null before the first run */
    record Answer(@Nullable Check latest, List<Difference> differences) {}

    @Operation(summary = "Clocks whose stored due time differs from the recomputed one")
    @GetMapping
    Answer latest() {
        if (!user.hasRole(Roles.AUDITOR) && !user.hasRole(Roles.OPERATOR) && !user.hasRole(Roles.MANAGER)) {
            throw new RefusedAttempt("clocks", Sentence.of("clock.self-check-forbidden"));
        }
        return new Answer(check.latest().orElse(null), check.differences());
    }
}
