package org.recourse.teamwork.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.recourse.record.NoticeBoard;
import org.recourse.record.NoticeBoard.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the current user was told and has not read. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private final NoticeBoard board;

    NoticeController(NoticeBoard board) {
        this.board = board;
    }

    @Operation(summary = "List the caller's unread notices")
    @GetMapping
    List<Notice> unread() {
        return board.unread();
    }

    @Operation(summary = "Mark the caller's notices as read")
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@RequestParam long upTo) {
        board.read(upTo);
    }
}
