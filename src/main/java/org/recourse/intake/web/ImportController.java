package org.recourse.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.intake.ComplaintImport;
import org.recourse.intake.CustomerImport;
import org.recourse.intake.ImportRun;
import org.recourse.intake.ImportRuns;
import org.recourse.intake.RefusedRow;
import org.recourse.spreadsheet.ReceivedFile;
import org.recourse.spreadsheet.web.Uploads;
import org.recourse.text.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes files of complaints and of customers, and tells how far an import has come. */
@RestController
class ImportController {

    private static final int LISTED = 100;
    private static final int REFUSALS_SHOWN = 1000;

    private final ComplaintImport complaints;
    private final CustomerImport customers;
    private final ImportRuns runs;
    private final Importers importers;
    private final Uploads uploads;
    private final Speech speech;

    ImportController(
            ComplaintImport complaints,
            CustomerImport customers,
            ImportRuns runs,
            Importers importers,
            Uploads uploads,
            Speech speech) {
        this.speech = speech;
        this.complaints = complaints;
        this.customers = customers;
        this.runs = runs;
        this.importers = importers;
        this.uploads = uploads;
    }

    /** An import with the first thousand of its refused rows. */
    record ImportReport(ImportRun run, List<RefusedRow> refused) {}

    @Operation(
            summary = "Import complaints as cases",
            description =
                    "The public CFPB column layout, by column name, in any order. A column that is not known is refused"
                            + " unless ignore names it.")
    @PostMapping(path = "/api/imports", consumes = "text/csv")
    void complaints(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(defaultValue = "") List<String> ignore)
            throws IOException {
        importers.demandImporter();
        try (ReceivedFile file = uploads.receive(request)) {
            ImportAnswer answer = new ImportAnswer(response, speech);
            answer.ended(complaints.run(file, team, ignore, answer), "opened");
        }
    }

    @Operation(summary = "Import customers")
    @PostMapping(path = "/api/customers/import", consumes = "text/csv")
    void customers(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") List<String> ignore)
            throws IOException {
        importers.demandImporter();
        try (ReceivedFile file = uploads.receive(request)) {
            ImportAnswer answer = new ImportAnswer(response, speech);
            answer.ended(customers.run(file, ignore, answer), "taken");
        }
    }

    @Operation(summary = "List the latest imports")
    @GetMapping("/api/imports")
    List<ImportRun> imports() {
        importers.demandImporter();
        return runs.latest(LISTED).stream().filter(importers::sees).toList();
    }

    @Operation(summary = "Read an import with its refused rows")
    @GetMapping("/api/imports/{id}")
    ImportReport report(@PathVariable long id) {
        importers.demandImporter();
        return runs.find(id)
                .filter(importers::sees)
                .map(run -> new ImportReport(run, runs.refusals(id, REFUSALS_SHOWN)))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, speech.say("import.no-such", String.valueOf(id))));
    }
}
