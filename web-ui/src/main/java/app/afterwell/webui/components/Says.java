package app.afterwell.webui.components;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person at the screen what became of what they asked for, in words. */
public final class Says {

    private static final Logger LOG = LoggerFactory.getLogger(Says.class);
    private static final int MILLIS = 6000;

    private Says() {}

    /** Does something and says what stands in its way, if anything does. Gives whether it was done. */
    public static boolean problem(Component page, Runnable action) {
        try {
            action.run();
            return true;
        } catch (ConflictException e) {
            problem(page, e.code(), e.getMessage());
        } catch (UnacceptableException e) {
            problem(page, e.code(), e.getMessage());
        }
        return false;
    }

    /** Says what stands in the way: by the code's own text, or by the message that came with it. */
    public static void problem(Component page, String code, @Nullable String message) {
        LOG.debug("Refused with {}: {}", code, message);
        var key = "shell.problem." + code;
        var text = page.getTranslation(key);
        var said = text.contains(key) ? (message == null ? code : message) : text;
        var notification = new Notification(said, MILLIS, Notification.Position.BOTTOM_CENTER);
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notification.setAssertive(true);
        notification.open();
    }

    /** Says what was done. */
    public static void done(String text) {
        new Notification(text, MILLIS, Notification.Position.BOTTOM_CENTER).open();
    }
}
