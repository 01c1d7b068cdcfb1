package org.recourse.governance.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.Times;
import org.recourse.governance.release.Release;
import org.recourse.governance.release.ReleaseState;
import org.recourse.governance.release.Releases;
import org.recourse.governance.release.Releases.Change;
import org.recourse.governance.release.Releases.FileChange;
import org.recourse.governance.release.Releases.Whole;
import org.recourse.identifier.PersonId;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What process owners changed, and what a second person makes of it. */
@RestController
@RequestMapping("/api/releases")
class ReleaseController {

    private static final int REASON = 1000;

    private final Releases releases;
    private final Times times;
    private final Speech speech;

    ReleaseController(Releases releases, Times times, Speech speech) {
        this.releases = releases;
        this.times = times;
        this.speech = speech;
    }

    /** Who the caller is, and whether they may look, publish and reject, restore. */
    record Permission(PersonId person, boolean read, boolean publish, boolean restore) {}

    /** A release in the list. */
    record Line(
            int number,
            String hash,
            ReleaseState state,
            PersonId author,
            Instant at,
            String note,
            @Nullable Integer base,
            @Nullable PersonId publishedBy,
            @Nullable Instant publishedAt,
            @Nullable String publication,
            boolean emergency,
            @Nullable PersonId rejectedBy,
            @Nullable String rejection,
            int cases) {

        static Line of(Release release, int cases) {
            return new Line(
                    release.number(),
                    release.hash(),
                    release.state(),
                    release.author(),
                    release.at(),
                    release.note(),
                    release.base(),
                    release.publishedBy(),
                    release.publishedAt(),
                    release.publication(),
                    release.emergency(),
                    release.rejectedBy(),
                    release.rejection(),
                    cases);
        }
    }

    /** A release with its files. */
    record Page(@JsonUnwrapped Line release, List<FileChange> files) {}

    /** What is different in a file, in words. */
    record Differing(String name, Change change, Set<String> elements, List<String> words) {}

    /** A release that was made. */
    record Made(int number) {}

    @Operation(summary = "What the caller may do with releases")
    @GetMapping("/permission")
    Permission permission() {
        return new Permission(releases.person(), releases.mayRead(), releases.maySecond(), releases.mayRestore());
    }

    @Operation(summary = "Releases, the newest first")
    @GetMapping
    List<Line> all() {
        return releases.all().stream()
                .map(standing -> Line.of(standing.release(), standing.cases()))
                .toList();
    }

    @Operation(summary = "A release with what became of each file since its base")
    @GetMapping("/{number}")
    Page one(@PathVariable int number) {
        Whole whole = releases.whole(number);
        return new Page(Line.of(whole.release(), whole.cases()), whole.files());
    }

    @Operation(summary = "What a release changes, in words")
    @GetMapping("/{number}/difference")
    List<Differing> difference(@PathVariable int number) {
        return releases.difference(number).stream()
                .map(file -> new Differing(
                        file.name(),
                        file.change(),
                        file.elements(),
                        file.words().stream().map(speech::say).toList()))
                .toList();
    }

    @Operation(summary = "A file of a release, with the release stamped in it")
    @GetMapping("/{number}/files/{name}")
    ResponseEntity<byte[]> file(@PathVariable int number, @PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(releases.stamped(number, name));
    }

    @Operation(
            summary = "Publish a draft of somebody else",
            description = "Keys of the body: note; or emergency and reason, by whoever, also its author.")
    @PostMapping("/{number}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(
            @PathVariable int number, @RequestBody(required = false) @Nullable Map<String, @Nullable Object> body) {
        Answers given = given(body).only("note", "emergency", "reason");
        if ("true".equals(given.text("emergency", Answers.SHORT_TEXT))) {
            releases.publishInEmergency(number, reason(given));
        } else {
            String note = given.text("note", REASON);
            releases.publish(number, note == null ? "" : note);
        }
    }

    @Operation(summary = "Reject a draft", description = "Keys of the body: reason.")
    @PostMapping("/{number}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(@PathVariable int number, @RequestBody Map<String, @Nullable Object> body) {
        releases.reject(number, reason(given(body).only("reason")));
    }

    @Operation(summary = "Make an old release a draft again")
    @PostMapping("/{number}/restoration")
    @ResponseStatus(HttpStatus.CREATED)
    Made restore(@PathVariable int number) {
        return new Made(releases.restore(number));
    }

    private Answers given(@Nullable Map<String, @Nullable Object> body) {
        return new Answers(body == null ? new HashMap<>() : new HashMap<>(body), times::house);
    }

    private static String reason(Answers given) {
        return given.required("reason", REASON, Sentence.of("release.reason-missing"));
    }
}
