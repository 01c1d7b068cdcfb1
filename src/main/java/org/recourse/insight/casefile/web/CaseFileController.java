package org.recourse.insight.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.casefile.CaseFile;
import org.recourse.insight.casefile.CaseFiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows cases to those who may read them. */
@RestController
@RequestMapping("/api/cases")
class CaseFileController {

    private final CaseAccess access;
    private final CaseFiles files;

    CaseFileController(CaseAccess access, CaseFiles files) {
        this.access = access;
        this.files = files;
    }

    @Operation(summary = "Read a case file")
    @GetMapping("/{caseNumber}")
    CaseFile file(@PathVariable CaseNumber caseNumber, Locale language) {
        return files.of(access.demandRead(caseNumber), language);
    }
}
