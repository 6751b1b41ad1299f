package app.afterwell.webui.admin.directory;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done last on a page, the way back, and the appointments that now stand in its way. */
class DoneLine extends Div {

    private static final int MOST = 20;

    private final Paragraph said = new Paragraph();
    private final Button undo = new Button();
    private final UnorderedList affected = new UnorderedList();
    private transient @Nullable Runnable back;

    DoneLine() {
        addClassName("admin-done");
        said.getElement().setAttribute("role", "status");
        undo.setText(getTranslation("desk.undo"));
        undo.setIcon(Glyph.UNDO.small());
        undo.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        undo.addClickListener(event -> takeBack());
        affected.addClassName("admin-affected");
        var line = new Div(said, undo);
        line.addClassName("row");
        add(line, affected);
        clear();
    }

    void clear() {
        say("", null, false);
    }

    /** @param undo the way back; null if there is none */
    void done(String text, @Nullable Runnable undo) {
        say(text, undo, false);
    }

    void refused(String text) {
        say(text, null, true);
    }

    /** Done, but these appointments are in the way: nobody moves them but the desk. */
    void done(String text, @Nullable Runnable undo, List<AppointmentInfo> inTheWay) {
        say(text, undo, false);
        if (inTheWay.isEmpty()) {
            return;
        }
        said.add(new Span(" " + getTranslation("admin.dir.affected", inTheWay.size())));
        inTheWay.stream().limit(MOST).forEach(visit -> affected.add(new ListItem(link(visit))));
        affected.setVisible(true);
    }

    private Anchor link(AppointmentInfo visit) {
        var at = LocalDateTime.ofInstant(visit.slot().start(), visit.zone());
        LocalDate day = at.toLocalDate();
        var when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(at);
        var text = new Span(getTranslation("admin.dir.affected.one", when, visit.practitionerName()));
        var name = new Span(visit.clientName());
        name.addClassName("private");
        return new Anchor("desk?date=" + day + "&location=" + visit.location(), text, new Span(" "), name);
    }

    private void takeBack() {
        var way = back;
        if (way != null) {
            say("", null, false);
            way.run();
        }
    }

    private void say(String text, @Nullable Runnable undo, boolean refused) {
        back = undo;
        said.removeAll();
        affected.removeAll();
        affected.setVisible(false);
        setVisible(!text.isEmpty());
        if (!text.isEmpty()) {
            getElement().executeJs("this.scrollIntoView({block: 'center'})");
        }
        said.add((refused ? Glyph.CARE : Glyph.CHECK).icon(), new Span(text));
        said.setClassName("refused", refused);
        this.undo.setVisible(undo != null);
    }
}
