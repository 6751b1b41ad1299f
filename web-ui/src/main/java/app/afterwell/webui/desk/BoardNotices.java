package app.afterwell.webui.desk;

import app.afterwell.booking.LocationInfo;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.Consumer;

/** What must be said of the day over the board: that the place is closed, or that nobody works. */
class BoardNotices extends Div {

    private final Consumer<LocalDate> go;

    BoardNotices(Consumer<LocalDate> go) {
        this.go = go;
        addClassName("board-notices");
    }

    void noPlace() {
        removeAll();
        say(getTranslation("desk.empty.no-place"));
    }

    void show(BoardSheet sheet, LocationInfo place, WallClock words, LocalDate day) {
        removeAll();
        if (sheet.view() != BoardView.WEEK) {
            sheet.closed().forEach(label -> say(getTranslation("desk.closed", label)));
        }
        if (sheet.lanes().isEmpty()) {
            var key = sheet.view() == BoardView.ROOMS ? "desk.empty.no-rooms" : "desk.empty.nobody";
            var notice = say(getTranslation(key, place.name(), words.day(day)));
            if (sheet.view() == BoardView.THERAPISTS) {
                notice.add(new Button(getTranslation("desk.day.on"), event -> go.accept(day.plusDays(1))));
            }
        }
    }

    private Div say(String text) {
        var notice = new Div(Glyph.CALENDAR.small(), new Span(text));
        notice.addClassName("notice");
        add(notice);
        return notice;
    }
}
