package org.recourse.escalation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.recourse.escalation.desk.CaseEnded;
import org.recourse.escalation.desk.NoSuchPromise;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.NoSuchCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.recourse.record.Words;
import org.recourse.text.Refusal;
import org.recourse.text.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/** Says as problem details that there is no such case, or that it is none of the asker's business. */
@RestControllerAdvice
class CaseProblems {

    private static final int LONGEST_STEP = 100;

    private final Cases cases;
    private final CaseLog log;
    private final Speech speech;

    CaseProblems(Cases cases, CaseLog log, Speech speech) {
        this.speech = speech;
        this.cases = cases;
        this.log = log;
    }

    /** What somebody tried with a case and may not is on record with the case. */
    @ExceptionHandler
    ProblemDetail forbidden(CaseForbidden forbidden, HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                && named.get("caseNumber") instanceof String text) {
            CaseNumber.possible(text)
                    .filter(number -> cases.find(number).isPresent())
                    .ifPresent(number -> record(number, forbidden, request));
        }
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, speech.say(forbidden));
    }

    private void record(CaseNumber number, CaseForbidden forbidden, HttpServletRequest request) {
        String route =
                "%s %s".formatted(request.getMethod(), request.getRequestURI().replace("/" + number, ""));
        log.happened(
                number,
                route.substring(0, Math.min(route.length(), LONGEST_STEP)),
                new Happening.Refused(Words.of(forbidden.saying())));
    }

    @ExceptionHandler
    ProblemDetail tooLate(CaseEnded ended) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, speech.say(ended));
    }

    @ExceptionHandler({NoSuchCase.class, NoSuchPromise.class, NoSuchAttachment.class})
    ProblemDetail missing(Refusal missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, speech.say(missing));
    }
}
