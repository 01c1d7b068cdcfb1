package org.recourse.identity.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.recourse.text.Speech;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers "who are you" and "not you" in the same form as every other error of the API (RFC 9457). */
@Component
public class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final Speech speech;

    public ProblemResponses(ObjectMapper json, Speech speech) {
        this.speech = speech;
        this.json = json;
    }

    /** A browser's script gets no challenge: its login is Tasklist's, and a password box would pop up over it. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof TooManyFailures) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "600");
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, speech.say("identity.too-many-failures"));
            return;
        }
        var mode = request.getHeader("Sec-Fetch-Mode");
        if (mode == null || mode.equals("navigate")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Recourse\", charset=\"UTF-8\"");
        }
        write(request, response, HttpStatus.UNAUTHORIZED, speech.say("identity.log-in"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                Objects.requireNonNullElseGet(exception.getMessage(), () -> speech.say("identity.not-allowed")));
    }

    public void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        write(request, response, HttpStatus.TOO_MANY_REQUESTS, speech.say("identity.too-many-requests"));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
