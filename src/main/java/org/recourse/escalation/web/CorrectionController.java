package org.recourse.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.escalation.desk.Corrections;
import org.recourse.escalation.holding.TakingOver;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseState;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Finding;
import org.recourse.escalation.model.RootCause;
import org.recourse.escalation.model.Settlement;
import org.recourse.escalation.settlement.Classification;
import org.recourse.escalation.settlement.Reopening;
import org.recourse.form.Answers;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Sentence;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do to a case beside its steps, each with a reason: take it over, take an answer back, close it, reopen it. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class CorrectionController {

    private final CaseAccess access;
    private final Corrections corrections;
    private final TakingOver takingOver;
    private final Reopening reopening;
    private final Classification classification;
    private final Times times;

    CorrectionController(
            CaseAccess access,
            Corrections corrections,
            TakingOver takingOver,
            Reopening reopening,
            Classification classification,
            Times times) {
        this.access = access;
        this.corrections = corrections;
        this.takingOver = takingOver;
        this.reopening = reopening;
        this.classification = classification;
        this.times = times;
    }

    /**
     * What the current user could do to the case now, for those who show buttons.
     *
     * @param takeBack the answers that can be taken back
     */
    record Possible(
            boolean takeOver,
            List<String> takeBack,
            boolean close,
            boolean reopen,
            boolean otherCustomer,
            boolean attach) {}

    @Operation(summary = "What the caller could do to a case now")
    @GetMapping("/actions")
    @ResponseStatus(HttpStatus.OK)
    Possible possible(@PathVariable CaseNumber caseNumber) {
        EscalationCase escalation = access.demandSight(caseNumber);
        boolean works = access.allowsWork(escalation);
        boolean decides = works && reopening.isOpenToMe();
        boolean joined = escalation.is(CaseField.STATE, CaseState.JOINED);
        return new Possible(
                works && takingOver.isOpenToMe(escalation),
                works && escalation.isOpen() ? corrections.withinReach(escalation) : List.of(),
                decides && escalation.isOpen(),
                decides && !escalation.is(CaseField.STATE, CaseState.OPEN) && !joined,
                works && !joined,
                works);
    }

    @Operation(summary = "Take a case over", description = "Key of the body: reason.")
    @PostMapping("/take-over")
    void takeOver(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        takingOver.takeOver(access.demandWork(caseNumber), reason(answers(body, "reason")));
    }

    @Operation(summary = "Take an answer back", description = "Keys of the body: step, reason.")
    @PostMapping("/corrections")
    void correct(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        Answers given = answers(body, "step", "reason");
        String step = given.required("step", 20, Sentence.of("case.answer-to-take-back-missing"));
        corrections.takeBack(access.demandWork(caseNumber), step, reason(given));
    }

    @Operation(summary = "Close a case", description = "Keys of the body: as, reason.")
    @PostMapping("/closing")
    void close(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        Answers given = answers(body, "as", "reason");
        reopening.close(access.demandWork(caseNumber), given.choice("as", Settlement.class), reason(given));
    }

    @Operation(summary = "Reopen a case", description = "Keys of the body: level, reason.")
    @PostMapping("/reopening")
    void reopen(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        Answers given = answers(body, "level", "reason");
        reopening.reopen(access.demandWork(caseNumber), given.number("level", 2, 3), reason(given));
    }

    @Operation(
            summary = "Correct the cause of an escalation",
            description = "Keys of the body: cause, finding, evidence.")
    @PostMapping("/classification")
    void classify(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        Answers given = answers(body, "cause", "finding", "evidence");
        classification.correct(
                access.demandWork(caseNumber),
                given.choice("cause", RootCause.class),
                given.choice("finding", Finding.class),
                given.required("evidence", Answers.LONG_TEXT, Sentence.of("case.evidence-missing")));
    }

    private Answers answers(Map<String, @Nullable Object> body, String... fields) {
        return new Answers(body, times::house).only(fields);
    }

    private static String reason(Answers given) {
        return given.required("reason", Answers.LONG_TEXT, Sentence.of("case.reason-missing"));
    }
}
