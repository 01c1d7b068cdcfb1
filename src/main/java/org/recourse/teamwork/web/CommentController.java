package org.recourse.teamwork.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.desk.CaseAccess;
import org.recourse.identifier.CaseNumber;
import org.recourse.teamwork.Comment;
import org.recourse.teamwork.Comments;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adds a comment to a case: {@code POST {"text": "@supervisor1 can you …"}}. The case file shows them. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/comments")
class CommentController {

    private final CaseAccess access;
    private final Comments comments;

    CommentController(CaseAccess access, Comments comments) {
        this.access = access;
        this.comments = comments;
    }

    @Operation(summary = "Comment on a case", description = "Key of the body: text.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Comment add(@PathVariable CaseNumber caseNumber, @RequestBody Map<String, @Nullable Object> body) {
        Object text = body.get("text");
        return comments.add(access.demandWork(caseNumber).number(), text == null ? null : text.toString());
    }
}
