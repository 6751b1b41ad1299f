package app.afterwell.webui.portal;

import app.afterwell.domain.Visit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The next visit and how to reach the clinic. */
class ClinicAside extends Aside {

    /** @param home the zone of the reader's own clock; another one is named beside a time */
    ClinicAside(List<Visit> newestFirst, Optional<Clinic> clinic, ZoneId home, Instant now) {
        addClassNames("pt-side", "pt-stack-l");
        getElement().setAttribute("aria-label", getTranslation("portal.clinic"));
        newestFirst.reversed().stream()
                .filter(visit -> visit.slot().start().isAfter(now))
                .findFirst()
                .ifPresent(visit -> add(part("portal.next", "next-title", next(visit, home))));
        clinic.ifPresent(place -> add(part("portal.question", "question-title", question(place))));
    }

    private Component[] next(Visit visit, ZoneId home) {
        var when = When.here(visit.zone());
        var start = visit.slot().start();
        var day = new Span(when.day(start) + ",");
        day.addClassName("pt-nb");
        var time = new Span(
                home.getRules().equals(visit.zone().getRules())
                        ? when.time(start)
                        : getTranslation("portal.time.zone", when.time(start), when.zoneName()));
        var line = new Paragraph(day, new Span(" "), time);
        line.addClassName("pt-when");
        var links = new Paragraph(new Anchor("portal/appointments", getTranslation("portal.next.all")));
        links.addClassName("pt-linkline");
        return new Component[] {
            line,
            PortalPage.muted(getTranslation(
                    "portal.next.with",
                    visit.length().toMinutes(),
                    Reasons.firstName(visit.practitionerName()),
                    visit.locationName())),
            links
        };
    }

    private Component[] question(Clinic clinic) {
        var call = new Anchor("tel:" + clinic.phone(), getTranslation("portal.call", clinic.phoneText()));
        var links = new Paragraph(PortalPage.plain("portal/check-in", getTranslation("portal.help.tell")), call);
        links.addClassName("pt-linkline");
        return new Component[] {links};
    }

    private Section part(String key, String id, Component... content) {
        var title = new H2(getTranslation(key));
        title.addClassName("pt-over");
        title.setId(id);
        var part = new Section(title);
        part.add(content);
        part.addClassName("pt-stack-s");
        part.getElement().setAttribute("aria-labelledby", id);
        return part;
    }
}
