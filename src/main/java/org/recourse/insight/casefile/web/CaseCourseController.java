package org.recourse.insight.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.casefile.CaseTimelines;
import org.recourse.insight.history.Decision;
import org.recourse.insight.history.EngineHistory;
import org.recourse.insight.history.Passage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The course of one case: for auditors and managers what happened, for auditors also what the engine kept of it. */
@RestController
@RequestMapping("/api/escalations/{caseNumber}")
class CaseCourseController {

    private final CaseTimelines timelines;
    private final EngineHistory history;
    private final CaseAccess cases;
    private final InsightAccess access;

    CaseCourseController(CaseTimelines timelines, EngineHistory history, CaseAccess cases, InsightAccess access) {
        this.timelines = timelines;
        this.history = history;
        this.cases = cases;
        this.access = access;
    }

    @Operation(
            summary = "What happened in a case",
            description = "From all sources in one order; auditors also see what the engine recorded.")
    @GetMapping("/timeline")
    List<CaseTimelines.Entry> timeline(@PathVariable CaseNumber caseNumber, Locale language) {
        access.demandCases();
        EscalationCase escalation = cases.demandRead(caseNumber);
        return timelines.of(escalation, access.seesHistory(), language);
    }

    /** The elements of the diagrams that a case came by, and the decisions. */
    record Path(List<Passage> passages, List<Decision> decisions) {}

    @Operation(summary = "The way a case took through the diagrams")
    @GetMapping("/path")
    Path path(@PathVariable CaseNumber caseNumber) {
        access.demandHistory();
        cases.demandSight(caseNumber);
        return new Path(history.passages(caseNumber), history.decisions(caseNumber));
    }
}
