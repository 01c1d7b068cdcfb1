package org.recourse.insight.figures.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.figures.counting.VolumeImport;
import org.recourse.insight.figures.counting.VolumeImport.Taken;
import org.recourse.text.Speech;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes contact volumes from telephony: managers and integrations. */
@RestController
class VolumeController {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final VolumeImport volumes;
    private final InsightAccess access;
    private final Speech speech;

    VolumeController(VolumeImport volumes, InsightAccess access, Speech speech) {
        this.volumes = volumes;
        this.access = access;
        this.speech = speech;
    }

    /** How many rows were taken, and why the others were not. */
    record Answer(int taken, List<Refused> refused) {}

    /** A row that was not taken, by its line in the file. */
    record Refused(long line, String reason) {}

    @Operation(summary = "Import contact volumes", description = "Columns: day, team, product, channel, contacts.")
    @PostMapping(path = "/api/imports/volumes", consumes = "text/csv")
    Answer take(HttpServletRequest request) throws IOException {
        access.demandImport();
        try (var text = new BufferedReader(new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8))) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return answer(volumes.run(text));
        }
    }

    private Answer answer(Taken taken) {
        return new Answer(
                taken.taken(),
                taken.refused().stream()
                        .map(row -> new Refused(
                                row.line(),
                                row.why().field() + ": " + speech.say(row.why().saying())))
                        .toList());
    }
}
