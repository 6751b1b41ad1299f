package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Briefing;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.StatusGlyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The therapist's visits of a day, one of them shown beside it. */
class Agenda extends Section {

    Agenda(
            List<AppointmentInfo> visits,
            Map<AppointmentId, Briefing> briefings,
            @Nullable AppointmentId shown,
            DayWords words,
            Instant now) {
        var heading = new H2(words.day(now));
        heading.setId("today");
        var clock = new Span(words.time(now));
        clock.addClassName("muted");
        var head = new Div(heading, clock);
        head.addClassName("head");
        getElement().setAttribute("aria-labelledby", "today");

        var list = new OrderedList();
        list.addClassName("visits");
        visits.forEach(visit ->
                list.add(line(visit, briefings.get(visit.id()), visit.id().equals(shown), words)));
        add(head);
        if (visits.isEmpty()) {
            var none = new Span(getTranslation("day.agenda.none"));
            none.addClassName("muted");
            add(none);
        } else {
            add(list);
        }
    }

    private ListItem line(AppointmentInfo visit, @Nullable Briefing briefing, boolean shown, DayWords words) {
        var name = new Span(visit.clientName());
        name.addClassName("private");
        var title = new Span(name);
        title.addClassName("strong");
        if (briefing != null && !briefing.care().isEmpty()) {
            var flag = Glyph.CARE.icon(getTranslation("care.flag"));
            flag.addClassNames("s", "flag");
            title.add(flag);
        }
        var about = new Span(String.join(", ", about(visit, briefing)));
        about.addClassName("small");

        var link = new Anchor("day?visit=" + visit.id(), new Div(title, about));
        var time = new Span(words.time(visit.slot().start()));
        time.addClassName("time");
        Component state = StatusGlyph.of(visit.status());
        var item = new ListItem(time, state, link);
        if (visit.status() == VisitStatus.COMPLETED || visit.status().frees()) {
            item.addClassName("past");
        }
        if (shown) {
            item.addClassName("next");
            link.getElement().setAttribute("aria-current", "true");
        }
        return item;
    }

    private List<String> about(AppointmentInfo visit, @Nullable Briefing briefing) {
        var about = new ArrayList<String>();
        about.add(visit.serviceName());
        about.add(getTranslation("day.minutes", visit.slot().length().toMinutes()));
        if (briefing != null && visit.status() == VisitStatus.COMPLETED) {
            about.add(getTranslation(briefing.note() == NoteStatus.SIGNED ? "day.note.signed" : "day.note.open"));
        } else {
            about.add(Vocabulary.of(visit.status()).toLowerCase(Locale.ROOT));
        }
        if (briefing != null && !briefing.healthForm() && !visit.status().frees()) {
            about.add(getTranslation("day.form.missing"));
        }
        return about;
    }
}
