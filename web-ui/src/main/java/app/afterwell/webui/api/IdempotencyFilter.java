package app.afterwell.webui.api;

import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.UnacceptableException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a POST that is repeated with the same {@code Idempotency-Key} as the first time. The key, what the request
 * does and its answer are written in one transaction: either all of it happened or nothing did. A repeat that comes
 * while the first is still at work waits for it at the key's row. What was refused is not remembered, for nothing
 * happened.
 */
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;

    /** No request that creates something comes near it. */
    private static final int LARGEST_BODY = 1 << 20;

    private final CurrentActor currentActor;
    private final Replies replies;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            CurrentActor currentActor,
            Replies replies,
            PlatformTransactionManager transactions,
            HandlerExceptionResolver problems) {
        this.currentActor = currentActor;
        this.replies = replies;
        this.transaction = new TransactionTemplate(transactions);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || request.getHeader(HEADER) == null
                || currentActor.find().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(request, response, "The key has 1 to " + LONGEST_KEY + " characters");
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        var account = currentActor.require().userId().value();
        var buffer = new ContentCachingResponseWrapper(response);
        var repeat = perform(account, key, hash(request, body), new ReadRequest(request, body), buffer, chain);
        if (repeat.isEmpty()) {
            buffer.copyBodyToResponse();
        } else if (!repeat.get().same()) {
            refuse(request, response, "This key came with another request before");
        } else {
            replay(repeat.get(), response);
        }
    }

    /** @return what was answered before; empty if this was the first time and the answer stands in the buffer */
    private Optional<Replies.Reply> perform(
            UUID account,
            String key,
            byte[] hash,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            var repeat = transaction.execute(status -> {
                if (!replies.begin(account, key, hash)) {
                    return Optional.of(replies.find(account, key, hash));
                }
                proceed(request, response, chain);
                keep(account, key, response, status);
                return Optional.<Replies.Reply>empty();
            });
            return repeat == null ? Optional.empty() : repeat;
        } catch (UnexpectedRollbackException e) {
            // A use case was refused and took its transaction with it; the answer says why.
            return Optional.empty();
        } catch (Passed e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof ServletException servlet) {
                throw servlet;
            }
            throw e;
        } catch (TransactionException | DataAccessException e) {
            // It failed only when everything was about to be kept, so nothing was.
            response.reset();
            problems.resolveException(request, response, null, e);
            return Optional.empty();
        }
    }

    private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new Passed(e);
        }
    }

    private void keep(UUID account, String key, ContentCachingResponseWrapper response, TransactionStatus status) {
        if (response.getStatus() >= HttpStatus.BAD_REQUEST.value() || status.isRollbackOnly()) {
            status.setRollbackOnly();
            return;
        }
        replies.keep(
                account,
                key,
                response.getStatus(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getContentType(),
                response.getContentAsByteArray());
    }

    private static void replay(Replies.Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        if (reply.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, reply.location());
        }
        response.setContentType(reply.contentType() == null ? MediaType.APPLICATION_JSON_VALUE : reply.contentType());
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String why) {
        problems.resolveException(request, response, null, new UnacceptableException("idempotency-key", why));
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getRequestURI() + "?" + request.getQueryString()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Carries a checked exception through the transaction. */
    private static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Passed(Exception cause) {
            super(cause);
        }
    }
}
