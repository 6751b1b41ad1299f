package app.afterwell.webui.api;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A problem on its way to the caller. */
record Problem(
        HttpStatusCode status, String code, @Nullable String detail, List<FieldProblem> errors, HttpHeaders headers) {

    static Problem of(HttpStatusCode status, String code, @Nullable String detail) {
        return new Problem(status, code, detail, List.of(), new HttpHeaders());
    }

    static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", "It is not there, or not there for you");
    }

    static Problem unacceptable(UnacceptableException e) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), e.getMessage(), e.problems(), new HttpHeaders());
    }

    static Problem invalid(List<FieldProblem> errors) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields cannot be so", errors, new HttpHeaders());
    }

    static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new FieldProblem(field, code, message)));
    }

    Problem at(String field, String fieldCode, String message) {
        return field.isEmpty()
                ? this
                : new Problem(status, code, detail, List.of(new FieldProblem(field, fieldCode, message)), headers);
    }

    /** The same, its fields being those of what stands at this path. */
    Problem below(String path) {
        var moved = errors.stream()
                .map(error -> new FieldProblem(
                        error.field().isEmpty() || path.isEmpty() ? path + error.field() : path + "." + error.field(),
                        error.code(),
                        error.message()))
                .toList();
        return new Problem(status, code, detail, moved, headers);
    }

    Problem with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    Problem with(HttpHeaders more) {
        headers.addAll(more);
        return this;
    }

    ResponseEntity<Object> answer() {
        var body = ProblemDetail.forStatus(status);
        body.setDetail(detail);
        body.setProperty("code", code);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
