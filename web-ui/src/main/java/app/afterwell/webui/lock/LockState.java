package app.afterwell.webui.lock;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a session is locked and when it was last used. A value, put into the session anew with each change, so that
 * sessions that are kept elsewhere see it.
 */
record LockState(boolean locked, Instant used) implements Serializable {

    static final String ATTRIBUTE = "afterwell.screen-lock";

    static LockState of(HttpSession session, Instant now) {
        if (session.getAttribute(ATTRIBUTE) instanceof LockState state) {
            return state;
        }
        var fresh = new LockState(false, now);
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    static void put(HttpSession session, LockState state) {
        session.setAttribute(ATTRIBUTE, state);
    }

    boolean idleFor(Duration time, Instant now) {
        return now.isAfter(used.plus(time));
    }
}
