package org.recourse.insight.document.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.document.CaseDocuments;
import org.recourse.text.Fallback;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands a case out: auditors and managers, in the customer's language or as {@code language} asks. Reading it is on record
 * like opening its file.
 */
@RestController
@RequestMapping("/api/escalations/{caseNumber}")
class CaseDocumentController {

    private final CaseDocuments documents;
    private final CaseAccess cases;
    private final Customers customers;
    private final InsightAccess access;
    private final Speech speech;

    CaseDocumentController(
            CaseDocuments documents, CaseAccess cases, Customers customers, InsightAccess access, Speech speech) {
        this.speech = speech;
        this.documents = documents;
        this.cases = cases;
        this.customers = customers;
        this.access = access;
    }

    @Operation(summary = "The explanation of a case, as a PDF")
    @GetMapping(path = "/explanation", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> explanation(
            @PathVariable CaseNumber caseNumber, @RequestParam(required = false) @Nullable String language)
            throws IOException {
        access.demandCases();
        EscalationCase escalation = cases.demandRead(caseNumber);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, named(escalation, "pdf"))
                .body(documents.explanation(escalation, language(escalation, language)));
    }

    @Operation(summary = "Everything that is on record about a case, in one archive")
    @GetMapping(path = "/bundle", produces = "application/zip")
    void bundle(
            @PathVariable CaseNumber caseNumber,
            @RequestParam(required = false) @Nullable String language,
            HttpServletResponse response)
            throws IOException {
        access.demandCases();
        EscalationCase escalation = cases.demandRead(caseNumber);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(escalation, "zip"));
        documents.bundle(escalation, language(escalation, language), access.seesHistory(), response.getOutputStream());
    }

    /** The one that is asked for, else the customer's: the document is about them. */
    private Locale language(EscalationCase escalation, @Nullable String asked) {
        if (asked != null && !speech.bundles().languages().contains(asked)) {
            throw new RefusedInput(
                    "language",
                    Sentence.of(
                            "document.no-such-language",
                            asked,
                            String.join(", ", speech.bundles().languages())));
        }
        return Locale.forLanguageTag(
                asked != null
                        ? asked
                        : customers
                                .byNumber(escalation.customerNumber())
                                .map(Customer::language)
                                .orElse(Fallback.TAG));
    }

    private static String named(EscalationCase escalation, String type) {
        return ContentDisposition.attachment()
                .filename(escalation.number() + "." + type)
                .build()
                .toString();
    }
}
