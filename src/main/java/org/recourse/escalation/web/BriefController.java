package org.recourse.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import org.recourse.escalation.brief.BriefPage;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.identifier.CaseNumber;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The brief of a case as a text file. Who takes it is on record like who reads the case. */
@RestController
class BriefController {

    private final CaseAccess access;
    private final BriefPage page;

    BriefController(CaseAccess access, BriefPage page) {
        this.access = access;
        this.page = page;
    }

    @Operation(summary = "The hand-over brief of a case, as a page")
    @GetMapping("/api/cases/{caseNumber}/brief")
    ResponseEntity<byte[]> brief(@PathVariable CaseNumber caseNumber) {
        String text = page.of(access.demandRead(caseNumber));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(caseNumber + ".txt")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
