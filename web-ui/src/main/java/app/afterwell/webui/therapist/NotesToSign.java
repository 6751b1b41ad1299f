package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.UnsignedNote;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The notes that are still owed: always in sight, so that none is forgotten. */
class NotesToSign extends Section {

    private static final int MOST_AT_ONCE = 8;

    NotesToSign(List<UnsignedNote> notes, Locale locale, Instant now) {
        var heading = new H2(getTranslation("day.unsigned"));
        heading.setId("tosign");
        var count = new Span(String.valueOf(notes.size()));
        count.addClassName("count");
        var head = new Div(heading, count);
        head.addClassName("head");
        getElement().setAttribute("aria-labelledby", "tosign");
        add(head);
        if (notes.isEmpty()) {
            var none = new Span(Glyph.CHECK.small(), new Span(" " + getTranslation("day.unsigned.none")));
            none.addClassName("muted");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("tosign");
        notes.stream().limit(MOST_AT_ONCE).forEach(note -> list.add(line(note, locale, now)));
        add(list);
        if (notes.size() > MOST_AT_ONCE) {
            var rest = new UnorderedList();
            rest.addClassName("tosign");
            notes.stream().skip(MOST_AT_ONCE).forEach(note -> rest.add(line(note, locale, now)));
            add(new NativeDetails(getTranslation("day.unsigned.more", notes.size() - MOST_AT_ONCE), rest));
        }
    }

    private ListItem line(UnsignedNote note, Locale locale, Instant now) {
        var words = new DayWords(note.visit().zone(), locale);
        var start = note.visit().slot().start();
        var when = words.date(start).equals(words.date(now))
                ? getTranslation("day.unsigned.today", words.time(start))
                : getTranslation("day.unsigned.on", words.shortDay(start), words.time(start));
        var saved = note.savedAt() == null
                ? getTranslation("day.unsigned.empty")
                : getTranslation("day.unsigned.saved", words.time(note.savedAt()));
        boolean ready = note.savedAt() != null && note.toDecide() == 0;
        var state = note.savedAt() == null
                ? ""
                : ready ? getTranslation("day.unsigned.ready") : getTranslation("day.unsigned.decide", note.toDecide());

        var name = new Span(note.clientName());
        name.addClassNames("strong", "private");
        var text = new Div(name, small(when + ", " + saved), small(state));
        var open = new Anchor(
                "sessions/" + note.visit().id(),
                getTranslation(
                        ready
                                ? "day.unsigned.sign"
                                : note.savedAt() == null ? "day.unsigned.write" : "day.unsigned.finish"));
        open.addClassNames("btn", "small");
        open.setAriaLabel(getTranslation("day.unsigned.open", note.clientName()));
        return new ListItem(text, open);
    }

    private static Span small(String text) {
        var line = new Span(text);
        line.addClassName("small");
        line.setVisible(!text.isEmpty());
        return line;
    }
}
