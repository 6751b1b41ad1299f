package app.afterwell.webui.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** There were too many failed attempts to sign in; the next one has to wait. */
public final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1L;
    private final Duration wait;

    public TooManyAttemptsException(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    /** Whole seconds until the next attempt, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
