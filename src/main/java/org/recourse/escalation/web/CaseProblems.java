package org.recourse.escalation.web;

import org.recourse.escalation.CaseEnded;
import org.recourse.escalation.CaseForbidden;
import org.recourse.escalation.NoSuchCase;
import org.recourse.escalation.NoSuchPromise;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says as problem details that there is no such case, or that it is none of the asker's business. */
@RestControllerAdvice
class CaseProblems {

    @ExceptionHandler
    ProblemDetail forbidden(CaseForbidden forbidden) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, String.valueOf(forbidden.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail tooLate(CaseEnded ended) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(ended.getMessage()));
    }

    @ExceptionHandler({NoSuchCase.class, NoSuchPromise.class})
    ProblemDetail missing(RuntimeException missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
    }
}
