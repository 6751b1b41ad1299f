package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Charts;
import app.afterwell.aftercare.note.NoteHit;
import app.afterwell.domain.ClientId;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;

/** Finds words in what was written about a client, and shows where they stand. */
class ChartSearch extends Div {

    private static final int WAIT_MILLIS = 300;
    private static final int SHORTEST = 2;

    private final transient Charts charts;
    private final ClientId client;
    private final transient DayWords words;
    private final TextField find = new TextField();
    private final Paragraph count = new Paragraph();
    private final UnorderedList hits = new UnorderedList();

    ChartSearch(Charts charts, ClientId client, String asked, DayWords words, Consumer<String> onTyped) {
        this.charts = charts;
        this.client = client;
        this.words = words;
        addClassName("chart-search");
        getElement().setAttribute("role", "search");
        find.setPlaceholder(getTranslation("record.search"));
        find.setAriaLabel(getTranslation("record.search"));
        find.setPrefixComponent(Glyph.SEARCH.icon());
        find.setClearButtonVisible(true);
        find.setMaxLength(200);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setValueChangeTimeout(WAIT_MILLIS);
        find.addClassName("private");
        find.setValue(asked);
        find.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                onTyped.accept(event.getValue());
            }
            search();
        });
        count.getElement().setAttribute("role", "status");
        count.addClassName("muted");
        hits.addClassNames("hits", "private");
        add(find, count, hits);
        search();
    }

    String typed() {
        return find.getValue();
    }

    private void search() {
        hits.removeAll();
        var typed = find.getValue().strip();
        if (typed.length() < SHORTEST) {
            count.setText("");
            hits.setVisible(false);
            return;
        }
        var found = charts.search(client, typed);
        count.setText(
                found.isEmpty()
                        ? getTranslation("record.search.none", typed)
                        : getTranslation("record.search.found", found.size()));
        found.forEach(hit -> hits.add(item(hit)));
        hits.setVisible(!found.isEmpty());
    }

    private ListItem item(NoteHit hit) {
        var open = new Anchor("sessions/" + hit.appointment(), words.date(hit.day()));
        var what = new Span(
                hit.addendum()
                        ? getTranslation("record.search.addendum", hit.by())
                        : hit.by().isEmpty() ? getTranslation("record.search.draft") : hit.by());
        what.addClassName("small");
        return new ListItem(new Div(open, what), said(hit.words()));
    }

    private static Paragraph said(List<NoteHit.Piece> pieces) {
        var line = new Paragraph();
        pieces.forEach(piece -> {
            if (piece.found()) {
                var mark = new HtmlComponent("mark");
                mark.getElement().setText(piece.text());
                line.add(mark);
            } else {
                line.add(new Span(piece.text()));
            }
        });
        return line;
    }
}
