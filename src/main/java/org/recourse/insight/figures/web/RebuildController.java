package org.recourse.insight.figures.web;

import io.swagger.v3.oas.annotations.Operation;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.figures.counting.FigureCounting;
import org.recourse.insight.figures.counting.FigureCounting.Rebuilt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators and process owners form all figures again from the records, and see whether they were right. */
@RestController
class RebuildController {

    private final FigureCounting counting;
    private final InsightAccess access;

    RebuildController(FigureCounting counting, InsightAccess access) {
        this.counting = counting;
        this.access = access;
    }

    @Operation(
            summary = "Form all figures again from the records",
            description = "Answers which days were different before.")
    @PostMapping("/api/metrics/rebuild")
    Rebuilt rebuild() {
        access.demandOperation();
        return counting.rebuild();
    }
}
