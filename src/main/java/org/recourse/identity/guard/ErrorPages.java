package org.recourse.identity.guard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.recourse.text.Speech;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/**
 * What is refused before it reaches any of our routes: people get a page, programs the same form of answer as
 * everywhere (RFC 9457). Neither tells what stands behind.
 */
@Controller
class ErrorPages extends BasicErrorController {

    private static final String UTF_8 = "UTF-8";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width">
              <title>%2$s</title>
            </head>
            <body>
              <h1>%2$s</h1>
              <p>%3$s</p>
              <p><a href="/camunda/app/welcome/default/">Recourse</a></p>
            </body>
            </html>
            """;

    private final Speech speech;

    ErrorPages(ErrorAttributes attributes, ServerProperties server, Speech speech) {
        super(attributes, server.getError());
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

    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        var status = getStatus(request);
        var title = status.is4xxClientError() ? "identity.nothing-here-title" : "identity.failed-title";
        var language = speech.bundles().spoken(LocaleContextHolder.getLocale()).toLanguageTag();
        var page = PAGE.formatted(
                language,
                HtmlUtils.htmlEscape(speech.say(title), UTF_8),
                HtmlUtils.htmlEscape(sentence(status), UTF_8));
        response.setStatus(status.value());
        return new ModelAndView((model, asked, answer) -> {
            answer.setContentType("text/html;charset=" + UTF_8);
            answer.getWriter().write(page);
        });
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : "";
    }

    private String sentence(HttpStatus status) {
        return speech.say(status.is4xxClientError() ? "identity.nothing-here" : "identity.failed");
    }
}
