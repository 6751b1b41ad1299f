package app.afterwell.webui.lock;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.web.util.WebUtils;

/**
 * Whether a session is locked and when it was last used. A value, put into the session anew with each change, so that
 * sessions that are kept elsewhere see it.
 */
record LockState(boolean locked, Instant used) implements Serializable {

    static final String ATTRIBUTE = "afterwell.screen-lock";

    static LockState of(HttpSession session, Instant now) {
        return change(session, now, state -> state);
    }

    /**
     * Changes what a session's state is, one change at a time: a request that was under way when the screen was locked
     * must not write back that it is open.
     *
     * @return the state after it
     */
    static LockState change(HttpSession session, Instant now, UnaryOperator<LockState> change) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var known = session.getAttribute(ATTRIBUTE) instanceof LockState state ? state : null;
            var after = change.apply(known == null ? new LockState(false, now) : known);
            if (!after.equals(known)) {
                session.setAttribute(ATTRIBUTE, after);
            }
            return after;
        }
    }

    LockState lock() {
        return new LockState(true, used);
    }

    /** Somebody is at the screen; a locked one stays locked, and idle. */
    LockState use(Instant now) {
        return locked ? this : new LockState(false, now);
    }

    static LockState opened(Instant now) {
        return new LockState(false, now);
    }

    boolean idleFor(Duration time, Instant now) {
        return now.isAfter(used.plus(time));
    }
}
