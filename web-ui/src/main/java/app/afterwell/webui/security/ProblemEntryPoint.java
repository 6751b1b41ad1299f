package app.afterwell.webui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers at the API's door what the API answers everywhere: a problem, never a redirect or a page. */
final class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;

    ProblemEntryPoint(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        if (refused instanceof TooManyAttemptsException) {
            answer(request, response, refused, HttpStatus.TOO_MANY_REQUESTS);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Afterwell\", charset=\"UTF-8\"");
            answer(request, response, refused, HttpStatus.UNAUTHORIZED);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        answer(request, response, denied, HttpStatus.FORBIDDEN);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception why, HttpStatus otherwise) {
        if (problems.resolveException(request, response, null, why) == null) {
            response.setStatus(otherwise.value());
        }
    }
}
