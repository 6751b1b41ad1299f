package app.afterwell.webui.portal;

import app.afterwell.aftercare.checkin.CheckInAsked;
import app.afterwell.webui.shell.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the client's open page say at once that a question waits. It listens inside the transaction: the news goes out
 * when, and only if, the question is asked.
 */
@Component
class PortalNews {

    private final LiveUpdates updates;

    PortalNews(LiveUpdates updates) {
        this.updates = updates;
    }

    @EventListener
    void on(CheckInAsked event) {
        updates.announce(LiveUpdates.client(event.client()));
    }
}
