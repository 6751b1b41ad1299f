package app.afterwell.webui.messages;

import app.afterwell.domain.ClientId;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.time.ZoneId;

/** What was sent to a client lately, and what could not be, for the client's page. */
public class MessageHistory extends Section {

    private static final int SHOWN = 10;

    public MessageHistory(Messages messages, ClientId client, ZoneId zone, Clock clock) {
        addClassName("stack");
        add(new H2(getTranslation("message.history")));
        var lines = messages.of(client, SHOWN);
        if (lines.isEmpty()) {
            var none = new Paragraph(getTranslation("message.history.none"));
            none.addClassName("muted");
            add(none);
        } else {
            add(new MessageTable(lines, false, zone, clock.instant(), null, null));
        }
    }
}
