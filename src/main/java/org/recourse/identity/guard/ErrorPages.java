package org.recourse.identity.guard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.recourse.text.Speech;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/**
 * What is refused before it reaches any of our routes: people get a page ({@code public/error}), programs the same form of
 * answer as everywhere (RFC 9457). Neither tells what stands behind.
 */
@Controller
class ErrorPages extends BasicErrorController {

    private final Speech speech;

    ErrorPages(ErrorAttributes attributes, ServerProperties server, List<ErrorViewResolver> pages, Speech speech) {
        super(attributes, server.getError(), pages);
        this.speech = speech;
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        var status = getStatus(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type", "about:blank",
                        "title", status.getReasonPhrase(),
                        "status", status.value(),
                        "detail", sentence(status),
                        "instance", URI.create(asked(request))));
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : "";
    }

    private String sentence(HttpStatus status) {
        return speech.say(status.is4xxClientError() ? "identity.nothing-here" : "identity.failed");
    }
}
