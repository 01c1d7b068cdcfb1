package org.recourse.insight.search.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Map;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.Team;
import org.recourse.insight.access.InsightAccess;
import org.recourse.insight.search.Sample;
import org.recourse.insight.search.Sample.Draw;
import org.recourse.text.Sentence;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Draws cases for quality review, for auditors and managers. */
@RestController
class SampleController {

    private static final int LARGEST_SAMPLE = 500;

    private final Sample sample;
    private final InsightAccess access;

    SampleController(Sample sample, InsightAccess access) {
        this.sample = sample;
        this.access = access;
    }

    @Operation(
            summary = "Draw a sample of cases for quality review",
            description = "A draw by seed of size cases opened from to to; the same again draws the same.")
    @GetMapping("/api/escalations/sample")
    Draw sample(
            @RequestParam String seed,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam Map<String, String> asked) {
        access.demandCases();
        if (size < 1 || size > LARGEST_SAMPLE) {
            throw new RefusedInput("size", Sentence.of("search.sample-size", LARGEST_SAMPLE));
        }
        LocalDate from = AskedSearch.day(asked, "from");
        LocalDate to = AskedSearch.day(asked, "to");
        if (from == null || to == null) {
            throw new RefusedInput("from", Sentence.of("search.sample-days"));
        }
        String team = asked.getOrDefault("team", "");
        return sample.draw(seed, size, from, to, team.isBlank() ? null : Team.of(team));
    }
}
