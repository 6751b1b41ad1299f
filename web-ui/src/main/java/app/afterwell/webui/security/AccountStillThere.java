package app.afterwell.webui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account has been disabled or changed since, a new password included. It looks at most every
 * fifteen seconds, on whichever instance the session is.
 */
class AccountStillThere extends OncePerRequestFilter {

    static final Duration LOOKS_EVERY = Duration.ofSeconds(15);

    private static final String LOOKED = AccountStillThere.class.getName();

    private final AccountLookup accounts;
    private final Clock clock;

    AccountStillThere(AccountLookup accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && isDue(session)
                && hasChanged(signedIn)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isDue(HttpSession session) {
        var now = clock.instant();
        if (session.getAttribute(LOOKED) instanceof Instant looked
                && Duration.between(looked, now).abs().compareTo(LOOKS_EVERY) < 0) {
            return false;
        }
        session.setAttribute(LOOKED, now);
        return true;
    }

    private boolean hasChanged(SignedIn signedIn) {
        return accounts.byId(signedIn.userId().value())
                .filter(now -> now.version() == signedIn.version())
                .isEmpty();
    }
}
