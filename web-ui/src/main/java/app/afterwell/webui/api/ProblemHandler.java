package app.afterwell.webui.api;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.security.TooManyAttemptsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Turns whatever goes wrong under {@code /api} into a problem (RFC 9457) with a stable code. What goes wrong elsewhere
 * is not its business, and passes through.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler {

    /** PostgreSQL's class of errors for values that it cannot hold, such as a text with a zero character. */
    private static final String UNSTORABLE = "22";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> answer(Exception e, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            throw e;
        }
        var problem = problemOf(e);
        if (problem.status().is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        }
        return problem.answer();
    }

    private static Problem problemOf(Exception e) {
        return switch (e) {
            case NotFoundException missing -> Problem.notFound();
            case ConflictException conflict -> Problem.of(HttpStatus.CONFLICT, conflict.code(), conflict.getMessage());
            case UnacceptableException bad -> Problem.unacceptable(bad);
            case TooManyAttemptsException tooMany ->
                Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Too many attempts failed: wait")
                        .with(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            case AuthenticationException refused ->
                Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in with e-mail and password");
            case AccessDeniedException denied ->
                Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This is not yours to do");
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentNotValidException invalid -> bound(invalid.getBindingResult());
            case BindException invalid -> bound(invalid.getBindingResult());
            case HandlerMethodValidationException invalid -> arguments(invalid);
            case ConstraintViolationException invalid -> violations(invalid);
            case MethodArgumentTypeMismatchException mismatch -> argument(mismatch);
            case MissingServletRequestParameterException missing ->
                Problem.invalid(missing.getParameterName(), "required", "Say " + missing.getParameterName());
            case MissingRequestHeaderException missing ->
                Problem.invalid(missing.getHeaderName(), "required", "Send " + missing.getHeaderName());
            case OptimisticLockingFailureException stale ->
                Problem.of(HttpStatus.CONFLICT, "stale-version", "It has changed meanwhile: look again");
            case PessimisticLockingFailureException busy ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Somebody else is at it: try again")
                        .with(HttpHeaders.RETRY_AFTER, "1");
            case DataIntegrityViolationException violated -> constraint(violated);
            case ErrorResponse known ->
                Problem.of(known.getStatusCode(), code(known.getStatusCode()), detail(known))
                        .with(known.getHeaders());
            default ->
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something broke here; nothing was kept");
        };
    }

    /** Unreadable is 400; readable with a value that is none of the known ones, or that a type refuses, is 422. */
    private static Problem unreadable(HttpMessageNotReadableException e) {
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnacceptableException bad) {
                return Problem.unacceptable(bad).below(e.getCause() instanceof JacksonException at ? path(at) : "");
            }
        }
        return switch (e.getCause()) {
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                unknownCode(path(format), String.valueOf(format.getValue()));
            case MismatchedInputException mismatch ->
                Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "A field is not of the kind that belongs there")
                        .at(path(mismatch), "type", "This is not of the kind that belongs here");
            case DatabindException refused
            when refused.getCause() instanceof IllegalArgumentException why ->
                Problem.invalid(path(refused), "invalid", Objects.requireNonNullElse(why.getMessage(), "Not allowed"));
            case JacksonException syntax ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "unreadable",
                        syntax.getLocation() == null
                                ? "This is no JSON"
                                : "This is no JSON from line %d, column %d on"
                                        .formatted(
                                                syntax.getLocation().getLineNr(),
                                                syntax.getLocation().getColumnNr()));
            case null, default -> Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "The body is missing or no JSON");
        };
    }

    private static Problem unknownCode(String field, String value) {
        var message = "Unknown code: " + value;
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-code", message)
                .at(field, "unknown-code", message);
    }

    /** {@code conditions[0].areas[1].side} */
    static String path(JacksonException e) {
        var path = new StringBuilder();
        for (Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static Problem bound(BindingResult result) {
        List<FieldProblem> errors = new ArrayList<>();
        for (var error : result.getAllErrors()) {
            var field = error instanceof FieldError at ? at.getField() : "";
            errors.add(new FieldProblem(
                    field, validationCode(error.getCode()), Objects.requireNonNullElse(error.getDefaultMessage(), "")));
        }
        return Problem.invalid(errors);
    }

    private static Problem arguments(HandlerMethodValidationException e) {
        List<FieldProblem> errors = new ArrayList<>();
        for (ParameterValidationResult result : e.getParameterValidationResults()) {
            for (var error : result.getResolvableErrors()) {
                var field = error instanceof FieldError at
                        ? at.getField()
                        : Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
                var codes = error.getCodes();
                errors.add(new FieldProblem(
                        field,
                        validationCode(codes == null || codes.length == 0 ? null : codes[codes.length - 1]),
                        Objects.requireNonNullElse(error.getDefaultMessage(), "")));
            }
        }
        return Problem.invalid(errors);
    }

    private static Problem violations(ConstraintViolationException e) {
        return Problem.invalid(e.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(
                        violation.getPropertyPath().toString().replaceFirst("^[^.]+\\.[^.]+\\.", ""),
                        validationCode(violation
                                .getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()),
                        violation.getMessage()))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList());
    }

    private static String validationCode(@Nullable String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case null -> "invalid";
            case "typeMismatch" -> "type";
            default -> kebab(constraint);
        };
    }

    private static String kebab(String name) {
        return String.join(
                        "-",
                        Arrays.stream(name.split("(?=[A-Z])"))
                                .filter(part -> !part.isEmpty())
                                .toList())
                .toLowerCase(Locale.ROOT);
    }

    /** A path that cannot be read names nothing; a code that is none of the known ones is named. */
    private static Problem argument(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.notFound();
        }
        var type = e.getRequiredType();
        return type != null && type.isEnum()
                ? unknownCode(e.getName(), String.valueOf(e.getValue()))
                : Problem.invalid(e.getName(), "type", "This is not of the kind that belongs here");
    }

    private static Problem constraint(DataIntegrityViolationException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql) {
                return constraint(sql);
            }
        }
        return Problem.of(HttpStatus.CONFLICT, "conflict", "It contradicts what is there");
    }

    private static Problem constraint(PSQLException e) {
        var state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (state.startsWith(UNSTORABLE)) {
            return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "A value cannot be stored as it is");
        }
        var said = e.getServerErrorMessage();
        var name = said == null ? null : said.getConstraint();
        return Problem.of(
                HttpStatus.CONFLICT,
                name == null ? "conflict" : name.replace('_', '-'),
                "It contradicts what is there");
    }

    private static String code(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? "error" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String detail(ErrorResponse known) {
        return known.getStatusCode().is5xxServerError() ? null : known.getBody().getDetail();
    }
}
