package app.afterwell.webui.api;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.security.TooManyAttemptsException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong under {@code /api} into a problem (RFC 9457) with a stable code. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<Object> notFound(NotFoundException e) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "It is not there, or not there for you", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> conflict(ConflictException e) {
        return problem(HttpStatus.CONFLICT, e.code(), e.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> unacceptable(UnacceptableException e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), e.getMessage(), e.problems());
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException e) {
        return problem(HttpStatus.FORBIDDEN, "forbidden", "This is not yours to do", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> notSignedIn(AuthenticationException e) {
        return problem(HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in with e-mail and password", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooMany(TooManyAttemptsException e) {
        var body = body(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Too many failed attempts", List.of());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = body instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status);
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    private static ResponseEntity<Object> problem(
            HttpStatus status, String code, @Nullable String detail, List<FieldProblem> errors) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(status, code, detail, errors));
    }

    private static ProblemDetail body(
            HttpStatus status, String code, @Nullable String detail, List<FieldProblem> errors) {
        var problem = ProblemDetail.forStatus(status);
        problem.setDetail(detail);
        problem.setProperty("code", code);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }
}
