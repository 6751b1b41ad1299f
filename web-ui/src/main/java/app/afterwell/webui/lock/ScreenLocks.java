package app.afterwell.webui.lock;

import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;

/** Says whether a session's screens are locked. */
public final class ScreenLocks {

    private ScreenLocks() {}

    public static boolean isLocked(@Nullable VaadinSession session) {
        return session != null
                && session.getSession() != null
                && session.getSession().getAttribute(LockState.ATTRIBUTE) instanceof LockState state
                && state.locked();
    }
}
