package org.recourse.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedAttempt;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.NotACaseNumber;
import org.recourse.text.Refusal;
import org.recourse.text.Speech;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors of {@code /api} as RFC 9457 problem details; a refused answer names its field. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private final DataSize mostPerFile;
    private final Speech speech;

    Problems(@Value("${spring.servlet.multipart.max-file-size}") DataSize mostPerFile, Speech speech) {
        this.speech = speech;
        this.mostPerFile = mostPerFile;
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedInput refused) {
        return field(refused.field(), refused);
    }

    @ExceptionHandler
    ProblemDetail refused(FormFieldValidationException refused) {
        return field(String.valueOf((Object) refused.getDetail()), refused);
    }

    private ProblemDetail field(String field, Exception refused) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, refused);
        problem.setProperty("field", field);
        return problem;
    }

    @ExceptionHandler({AuthorizationException.class, RefusedAttempt.class})
    ProblemDetail forbidden(RuntimeException forbidden) {
        return problem(HttpStatus.FORBIDDEN, forbidden);
    }

    @ExceptionHandler
    ProblemDetail bad(BadUserRequestException bad) {
        return problem(HttpStatus.BAD_REQUEST, bad);
    }

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class, DuplicateKeyException.class
    })
    ProblemDetail conflict(RuntimeException conflict) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, speech.say("engine.conflict"));
    }

    @ExceptionHandler
    ProblemDetail told(RestException told) {
        return problem(HttpStatus.valueOf(told.getStatus().getStatusCode()), told);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException tooLarge, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        tooLarge.getBody().setDetail(speech.say("engine.file-too-large", mostPerFile.toMegabytes()));
        return super.handleMaxUploadSizeExceededException(tooLarge, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (NestedExceptionUtils.getRootCause(unreadable) instanceof RefusedInput refused) {
            return handleExceptionInternal(unreadable, refused(refused), headers, status, request);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                unreadable.getMostSpecificCause() instanceof JsonProcessingException json && json.getLocation() != null
                        ? speech.say(
                                "engine.not-json-at",
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr())
                        : speech.say("engine.not-json"));
        problem.setProperty("field", "body");
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        unsupported
                .getBody()
                .setDetail(speech.say(
                        "engine.type-not-taken",
                        String.valueOf(unsupported.getContentType()),
                        MediaType.toString(unsupported.getSupportedMediaTypes())));
        return super.handleHttpMediaTypeNotSupported(unsupported, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (mismatch.getMostSpecificCause() instanceof NotACaseNumber) {
            ProblemDetail missing = ProblemDetail.forStatusAndDetail(
                    HttpStatus.NOT_FOUND, speech.say("case.no-such-case", String.valueOf(mismatch.getValue())));
            return handleExceptionInternal(mismatch, missing, headers, HttpStatus.NOT_FOUND, request);
        }
        String field = String.valueOf((Object) mismatch.getPropertyName());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, speech.say("engine.does-not-fit", field, String.valueOf(mismatch.getValue())));
        problem.setProperty("field", field);
        return handleExceptionInternal(mismatch, problem, headers, status, request);
    }

    private ProblemDetail problem(HttpStatus status, Exception exception) {
        return ProblemDetail.forStatusAndDetail(
                status,
                exception instanceof Refusal refused ? speech.say(refused) : String.valueOf(exception.getMessage()));
    }
}
