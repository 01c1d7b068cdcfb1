package org.recourse.insight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.recourse.escalation.CaseAccess;
import org.recourse.escalation.EscalationCase;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands a case out: auditors and managers. Reading it is on record like opening its file. */
@RestController
@RequestMapping("/api/escalations/{caseNumber}")
class CaseDocumentController {

    private final CaseDocuments documents;
    private final CaseAccess cases;
    private final InsightAccess access;

    CaseDocumentController(CaseDocuments documents, CaseAccess cases, InsightAccess access) {
        this.documents = documents;
        this.cases = cases;
        this.access = access;
    }

    @GetMapping(path = "/explanation", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> explanation(@PathVariable String caseNumber, Locale language) throws IOException {
        access.demandCases();
        EscalationCase escalation = cases.demandRead(caseNumber);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, named(escalation, "pdf"))
                .body(documents.explanation(escalation, language));
    }

    @GetMapping(path = "/bundle", produces = "application/zip")
    void bundle(@PathVariable String caseNumber, Locale language, HttpServletResponse response) throws IOException {
        access.demandCases();
        EscalationCase escalation = cases.demandRead(caseNumber);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(escalation, "zip"));
        documents.bundle(escalation, language, access.seesHistory(), response.getOutputStream());
    }

    private static String named(EscalationCase escalation, String type) {
        return ContentDisposition.attachment()
                .filename(escalation.number() + "." + type)
                .build()
                .toString();
    }
}
