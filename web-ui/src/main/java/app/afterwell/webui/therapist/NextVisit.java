package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.Briefing;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.CareBanner;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.StatusGlyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One visit as the page: who it is, what to take care of, how the last time went, and one thing to do next. */
class NextVisit extends Main {

    NextVisit(
            AppointmentInfo visit,
            @Nullable Briefing briefing,
            UnaryOperator<String> prompts,
            DayWords words,
            Instant now,
            int unreached,
            Runnable onArrived) {
        addClassName("next-up");
        setId("main");
        add(who(visit, briefing, words, now, onArrived));
        if (briefing == null) {
            return;
        }
        add(care(briefing, words));
        if (unreached > 0) {
            add(notReached(briefing, unreached));
        }
        var split = new Div();
        split.addClassName("split");
        if (briefing.lastPlan() != null) {
            split.add(new LastAftercare(briefing.lastPlan(), words));
        } else {
            var first = new Div(new Span(getTranslation("day.last.first")));
            first.addClassNames("muted", "read");
            split.add(first);
        }
        split.add(new VisitPrompts(briefing.prompts(), prompts, stillToAsk(visit, briefing, words)));
        add(split);
    }

    private Header who(
            AppointmentInfo visit, @Nullable Briefing briefing, DayWords words, Instant now, Runnable onArrived) {
        var eyebrow = new Paragraph(StatusGlyph.glyph(visit.status()).icon(), new Span(state(visit, words, now)));
        eyebrow.addClassName("eyebrow");
        var name = new H1(visit.clientName());
        name.addClassName("private");
        var facts = new Paragraph(facts(visit, briefing, words));
        facts.addClassName("facts");

        var actions = new Div();
        actions.addClassName("row");
        if (visit.status() == VisitStatus.BOOKED || visit.status() == VisitStatus.CONFIRMED) {
            actions.add(new Button(getTranslation("day.arrived"), event -> onArrived.run()));
        }
        var note = new Anchor(
                "sessions/" + visit.id(),
                Glyph.NOTE.icon(),
                new Span(getTranslation(
                        briefing != null && briefing.note() == NoteStatus.SIGNED ? "day.read" : "day.open")));
        note.addClassNames("btn", "primary", "large");
        actions.add(note);
        var who = new Header(new Div(eyebrow, name, facts), actions);
        who.addClassName("who");
        return who;
    }

    /** Whether anything changed is asked at each visit, until the client has confirmed the form on that very day. */
    private @Nullable String stillToAsk(AppointmentInfo visit, Briefing briefing, DayWords words) {
        if (visit.status() == VisitStatus.COMPLETED || visit.status().frees() || !briefing.healthForm()) {
            return null;
        }
        var confirmed = briefing.confirmedOn();
        if (confirmed == null) {
            return getTranslation("day.ask.changed");
        }
        return confirmed.isBefore(words.date(visit.slot().start()))
                ? getTranslation("day.ask.changed.since", words.date(confirmed))
                : null;
    }

    private String state(AppointmentInfo visit, DayWords words, Instant now) {
        var status = Vocabulary.of(visit.status());
        var since = words.time(visit.statusSince());
        var starts = Duration.between(now, visit.slot().start()).toMinutes();
        return switch (visit.status()) {
            case ARRIVED -> getTranslation("day.state.arrived", since) + ". " + starts(starts);
            case IN_SESSION -> getTranslation("day.state.session", since);
            case COMPLETED, NO_SHOW, CANCELLED -> status;
            case BOOKED, CONFIRMED -> status + ". " + starts(starts);
        };
    }

    private String starts(long minutes) {
        if (minutes < 0) {
            return -minutes < 120
                    ? getTranslation("day.state.late", -minutes)
                    : getTranslation("day.state.late.hours", -minutes / 60);
        }
        return minutes < 60
                ? getTranslation("day.state.soon", minutes)
                : getTranslation("day.state.hours", Math.round(minutes / 60.0));
    }

    private String facts(AppointmentInfo visit, @Nullable Briefing briefing, DayWords words) {
        var facts = new ArrayList<String>();
        facts.add(
                words.time(visit.slot().start()) + "–" + words.time(visit.slot().end()));
        facts.add(visit.serviceName());
        facts.add(getTranslation("day.minutes.long", visit.slot().length().toMinutes()));
        if (visit.roomName() != null) {
            facts.add(visit.roomName());
        }
        var line = String.join(", ", facts);
        if (briefing == null) {
            return line;
        }
        return line + ". "
                + (briefing.earlierPlans() == 0
                        ? getTranslation("day.plans.none")
                        : getTranslation("day.plans", briefing.earlierPlans()));
    }

    /** What was sent and never arrived, and where the address is. */
    private Div notReached(Briefing briefing, int messages) {
        var contact = new Anchor("clients/" + briefing.client(), getTranslation("day.unreached.contact"));
        var notice = new Div(
                Glyph.MESSAGE.icon(), new Div(new Span(getTranslation("day.unreached", messages) + " "), contact));
        notice.addClassNames("notice", "warn");
        return notice;
    }

    private Component care(Briefing briefing, DayWords words) {
        if (!briefing.healthForm()) {
            var missing = new Div(Glyph.CARE.icon(), new Span(getTranslation("care.form.missing")));
            missing.addClassNames("notice", "warn");
            return missing;
        }
        var confirmed = briefing.confirmedOn() == null
                ? getTranslation("care.unconfirmed")
                : getTranslation("care.confirmed", words.date(briefing.confirmedOn()));
        if (briefing.care().isEmpty()) {
            var nothing = new Paragraph(getTranslation("care.nothing") + " " + confirmed);
            nothing.addClassName("muted");
            return nothing;
        }
        return new CareBanner(briefing.care(), true).with(confirmed);
    }
}
