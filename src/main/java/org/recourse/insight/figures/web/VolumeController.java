package org.recourse.insight.figures.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.figures.counting.VolumeImport;
import org.recourse.insight.figures.counting.VolumeImport.Taken;
import org.recourse.spreadsheet.ReceivedFile;
import org.recourse.spreadsheet.web.Uploads;
import org.recourse.text.Speech;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes contact volumes from telephony: managers and integrations. */
@RestController
class VolumeController {

    private final VolumeImport volumes;
    private final Uploads uploads;
    private final InsightAccess access;
    private final Speech speech;

    VolumeController(VolumeImport volumes, Uploads uploads, InsightAccess access, Speech speech) {
        this.volumes = volumes;
        this.uploads = uploads;
        this.access = access;
        this.speech = speech;
    }

    /** How many rows were taken, and why the others were not. */
    record Answer(int taken, List<Refused> refused) {}

    /** A row that was not taken, by its line in the file. */
    record Refused(long line, String reason) {}

    @Operation(
            summary = "Import contact volumes",
            description = "Columns: day, team, product, channel, contacts. A column that is not known is refused unless"
                    + " ignore names it.")
    @PostMapping(path = "/api/imports/volumes", consumes = "text/csv")
    Answer take(HttpServletRequest request, @RequestParam(defaultValue = "") List<String> ignore) throws IOException {
        access.demandImport();
        try (ReceivedFile file = uploads.receive(request)) {
            return answer(volumes.run(file, ignore));
        }
    }

    private Answer answer(Taken taken) {
        return new Answer(
                taken.taken(),
                taken.refused().stream()
                        .map(row -> new Refused(row.line(), speech.say(row.why())))
                        .toList());
    }
}
