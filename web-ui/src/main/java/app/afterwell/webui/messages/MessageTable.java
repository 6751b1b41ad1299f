package app.afterwell.webui.messages;

import app.afterwell.webui.messages.Messages.Line;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Messages, one a row: what, to whom, how it stands and what can be done. What they say is not shown. */
class MessageTable extends Div {

    private final transient ZoneId zone;
    private final transient Instant now;

    /** @param retry null if nothing can be done here */
    MessageTable(
            List<Messages.Named> lines,
            boolean withNames,
            ZoneId zone,
            Instant now,
            @Nullable Consumer<UUID> retry,
            @Nullable Consumer<UUID> cancel) {
        this.zone = zone;
        this.now = now;
        addClassName("admin-scroll");
        getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("admin.messages"));
        var table = new NativeTable();
        table.addClassNames("admin-table", "messages-table");
        table.setCaptionText(getTranslation("admin.messages"));
        var head = table.getHead().addRow();
        for (var column : withNames ? List.of("what", "to", "state", "when") : List.of("what", "state", "when")) {
            var cell = head.addHeaderCell();
            cell.setText(getTranslation("admin.messages.column." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        if (retry != null) {
            head.addDataCell();
        }
        for (var named : lines) {
            var line = named.line();
            var row = table.getBody().addRow();
            var what = row.addHeaderCell();
            what.setText(what(line));
            what.getElement().setAttribute("scope", "row");
            if (withNames) {
                var to = new Span(named.clientName());
                to.addClassName("private");
                row.addDataCell().add(to, small(line.address() == null ? "" : line.address(), true));
            }
            row.addDataCell().add(state(line), small(why(line), false));
            row.addDataCell().setText(when(line));
            if (retry != null && cancel != null) {
                row.addDataCell().add(actions(line, named.clientName(), retry, cancel));
            }
        }
        add(table);
    }

    private String what(Line line) {
        return getTranslation(line.text() == null ? "message.kind." + line.kind() : "message.text." + line.text());
    }

    private Span state(Line line) {
        var tag = new Span(getTranslation("message.state." + line.state()));
        tag.addClassName("tag");
        switch (line.state()) {
            case SENT -> tag.addClassName("ok");
            case FAILED -> tag.addClassName("danger");
            case WAITING, SENDING -> tag.addClassName(line.attempts() > 0 ? "warn" : "line");
            case DROPPED, CANCELLED -> tag.addClassName("line");
        }
        return tag;
    }

    private String why(Line line) {
        var said = new StringBuilder();
        if (line.problem() != null) {
            var key = "message.problem." + line.problem();
            var text = getTranslation(key);
            said.append(text.contains(key) ? line.problem() : text);
        }
        if (line.attempts() > 1 || line.attempts() == 1 && line.state() == MessageState.WAITING) {
            said.append(said.isEmpty() ? "" : " ").append(getTranslation("message.attempts", line.attempts()));
        }
        if (line.detail() != null && line.state() == MessageState.FAILED) {
            said.append(' ').append(line.detail());
        }
        return said.toString();
    }

    private String when(Line line) {
        if (line.sentAt() != null) {
            return moment(line.sentAt());
        }
        return line.state() == MessageState.WAITING
                ? getTranslation(line.attempts() > 0 ? "message.when.again" : "message.when.due", moment(line.sendAt()))
                : moment(line.changedAt());
    }

    private Div actions(Line line, String name, Consumer<UUID> retry, Consumer<UUID> cancel) {
        var row = new Div();
        row.addClassName("row");
        boolean open = line.state() == MessageState.WAITING || line.state() == MessageState.FAILED;
        if (open || line.state() == MessageState.CANCELLED) {
            var again = new Button(getTranslation("message.retry"), event -> retry.accept(line.id()));
            again.setAriaLabel(getTranslation("message.retry.of", what(line), name));
            again.addThemeVariants(ButtonVariant.SMALL);
            row.add(again);
        }
        if (open) {
            var stop = new Button(getTranslation("message.cancel"), event -> cancel.accept(line.id()));
            stop.setAriaLabel(getTranslation("message.cancel.of", what(line), name));
            stop.addThemeVariants(ButtonVariant.SMALL);
            row.add(stop);
        }
        return row;
    }

    private static Span small(String text, boolean isPrivate) {
        var small = new Span(text);
        small.addClassNames("muted", "messages-small");
        if (isPrivate) {
            small.addClassName("private");
        }
        small.setVisible(!text.isBlank());
        return small;
    }

    private String moment(Instant at) {
        var local = at.atZone(zone);
        var pattern = local.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? "HH:mm" : "EEE d MMM, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, getLocale()).format(local);
    }
}
