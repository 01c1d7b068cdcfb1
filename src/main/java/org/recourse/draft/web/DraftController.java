package org.recourse.draft.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.draft.FormDrafts;
import org.recourse.text.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The current user's draft of a step, as JSON: the form's keys and what was typed. */
@RestController
@RequestMapping("/api/drafts/{taskId}")
class DraftController {

    private final FormDrafts drafts;
    private final Speech speech;

    DraftController(FormDrafts drafts, Speech speech) {
        this.drafts = drafts;
        this.speech = speech;
    }

    @Operation(summary = "Read what the caller typed into a step and has not sent")
    @GetMapping
    Map<String, @Nullable Object> read(@PathVariable String taskId) {
        return drafts.mine(taskId);
    }

    @Operation(
            summary = "Keep what the caller typed into a step",
            description = "The body holds the answers by field key. 409 when the step is done or somebody else "
                    + "holds it.")
    @PutMapping
    ResponseEntity<ProblemDetail> keep(
            @PathVariable String taskId, @RequestBody Map<String, @Nullable Object> answers) {
        return drafts.keep(taskId, answers)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(
                                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, speech.say("draft.step-gone")))
                        .build();
    }

    @Operation(summary = "Forget what the caller typed into a step")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String taskId) {
        drafts.forget(taskId);
    }
}
