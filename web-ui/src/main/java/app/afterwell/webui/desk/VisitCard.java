package app.afterwell.webui.desk;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.CancelledBy;
import app.afterwell.domain.VisitStatus;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.PhoneNumbers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A visit close up: who, when, how far it has come, and the one next step. */
class VisitCard extends Div {

    private static final List<VisitStatus> WAY = List.of(
            VisitStatus.BOOKED,
            VisitStatus.CONFIRMED,
            VisitStatus.ARRIVED,
            VisitStatus.IN_SESSION,
            VisitStatus.COMPLETED);
    private static final Set<String> CLINICS = Set.of("clinic", "mistake");
    private static final List<String> REASONS = List.of("client", "ill", "clinic", "mistake");
    private static final List<String> MISSED = List.of("no-show", "forgot", "late", "unable");
    private static final int LONGEST_REASON = 500;

    /** What the desk does with a visit. */
    interface Deeds {
        void set(AppointmentInfo visit, VisitStatus status);

        void noShow(AppointmentInfo visit, String reason);

        void cancel(AppointmentInfo visit, CancelledBy by, String reason);

        void startMove(AppointmentInfo visit);
    }

    private final AppointmentInfo visit;
    private final WallClock clock;
    private final Instant now;

    /**
     * @param checkout what is owed and what comes next, once the visit is done
     * @param deeds null for somebody who may only look
     */
    VisitCard(
            AppointmentInfo visit,
            @Nullable String phone,
            boolean care,
            WallClock clock,
            Instant now,
            Runnable onClose,
            @Nullable Component checkout,
            @Nullable Deeds deeds) {
        this.visit = visit;
        this.clock = clock;
        this.now = now;
        addClassName("visit-card");
        add(head(onClose), about(phone));
        if (!visit.status().frees()) {
            add(way());
        }
        if (care) {
            var text = getTranslation("desk.visit.care", visit.practitionerName());
            add(line(Glyph.CARE, text, "notice", "warn"));
        }
        remark("desk.visit.reason", visit.reason());
        remark("desk.visit.forced", visit.overrideReason());
        remark("desk.visit.notes", visit.notes());
        if (checkout != null) {
            add(checkout);
        }
        if (deeds != null) {
            next().ifPresent(status -> add(primary(status, deeds)));
            add(others(deeds));
        }
    }

    private Component head(Runnable onClose) {
        var name = new H2(new Anchor("clients/" + visit.client(), visit.clientName()));
        name.setId("visit-name");
        name.addClassName("private");
        var close = new Button(Glyph.X.small(), event -> onClose.run());
        close.setAriaLabel(getTranslation("desk.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.addClassName("only");
        var head = new Div(name, close);
        head.addClassName("head");
        return head;
    }

    private Component about(@Nullable String phone) {
        var when = getTranslation("desk.visit.when", clock.span(visit.slot()), visit.practitionerName());
        var where = visit.roomName() == null ? when : when + ", " + visit.roomName();
        var what = new Paragraph(getTranslation(
                "desk.visit.what", visit.serviceName(), visit.slot().length().toMinutes()));
        if (phone != null) {
            var call = new Anchor("tel:" + phone, PhoneNumbers.read(phone, clock.country()));
            call.addClassName("private");
            what.add(new Span(" "), call);
        }
        return new Div(new Paragraph(where), what);
    }

    private Component way() {
        var list = new OrderedList();
        list.addClassName("way");
        list.getElement().setAttribute("aria-label", getTranslation("desk.status"));
        for (var step : WAY) {
            var item = new ListItem(new Span(getTranslation("vocabulary.VisitStatus." + step)));
            item.setClassName("on", step.ordinal() <= visit.status().ordinal());
            if (step == visit.status()) {
                item.getElement().setAttribute("aria-current", "step");
                item.add(new Span(since()));
            }
            list.add(item);
        }
        return list;
    }

    /** With its day, unless that is the visit's. */
    private String since() {
        var since = visit.statusSince();
        boolean thatDay = clock.at(since)
                .toLocalDate()
                .equals(clock.at(visit.slot().start()).toLocalDate());
        return thatDay ? clock.time(since) : clock.moment(since);
    }

    private void remark(String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            var remark = new Paragraph(getTranslation(key, text));
            remark.addClassName("private");
            add(remark);
        }
    }

    private Optional<VisitStatus> next() {
        return switch (visit.status()) {
            case BOOKED, CONFIRMED ->
                clock.at(now)
                                .toLocalDate()
                                .isBefore(clock.at(visit.slot().start()).toLocalDate())
                        ? Optional.empty()
                        : Optional.of(VisitStatus.ARRIVED);
            case ARRIVED -> Optional.of(VisitStatus.IN_SESSION);
            case IN_SESSION -> Optional.of(VisitStatus.COMPLETED);
            case NO_SHOW, CANCELLED -> Optional.of(VisitStatus.BOOKED);
            case COMPLETED -> Optional.empty();
        };
    }

    private Button primary(VisitStatus status, Deeds to) {
        var button = new Button(getTranslation("desk.visit.to." + status), event -> to.set(visit, status));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setAutofocus(true);
        return button;
    }

    private Component others(Deeds to) {
        var row = new Div();
        row.addClassName("others");
        boolean booked = visit.status() == VisitStatus.BOOKED || visit.status() == VisitStatus.CONFIRMED;
        if (visit.status() == VisitStatus.BOOKED) {
            row.add(quiet("desk.visit.confirm", () -> to.set(visit, VisitStatus.CONFIRMED)));
        }
        if (booked || visit.status() == VisitStatus.ARRIVED) {
            row.add(quiet("desk.visit.move", () -> to.startMove(visit)));
        }
        if (booked && !now.isBefore(visit.slot().start())) {
            row.add(quiet(
                    "desk.visit.no-show",
                    () -> askWhy(row, "desk.visit.no-show.why", MISSED, (reason, text) -> to.noShow(visit, text))));
        }
        if (booked || visit.status() == VisitStatus.ARRIVED) {
            row.add(quiet(
                    "desk.visit.cancel",
                    () -> askWhy(
                            row,
                            "desk.visit.cancel.why",
                            REASONS,
                            (reason, text) -> to.cancel(visit, by(reason), text))));
        }
        return row;
    }

    /** Takes the reason that was chosen, and its words; the first is empty if somebody wrote their own. */
    private interface OnReason {
        void accept(String reason, String text);
    }

    /** Asking for the reason is no "are you sure": one of the answers does it, and it can be undone. */
    private void askWhy(Div row, String question, List<String> reasons, OnReason onReason) {
        row.removeAll();
        var label = new Paragraph(getTranslation(question));
        label.addClassName("label");
        row.add(label);
        for (var reason : reasons) {
            var text = getTranslation("desk.reason." + reason);
            var button = new Button(text, event -> onReason.accept(reason, text));
            button.addThemeVariants(ButtonVariant.SMALL);
            row.add(button);
            if (reason.equals(reasons.getFirst())) {
                button.focus();
            }
        }
        var other = new TextField();
        other.setAriaLabel(getTranslation("desk.reason.other"));
        other.setPlaceholder(getTranslation("desk.reason.other"));
        other.setMaxLength(LONGEST_REASON);
        other.setValueChangeMode(ValueChangeMode.EAGER);
        other.addThemeVariants(TextFieldVariant.SMALL);
        other.addClassName("other-reason");
        var done = new Button(getTranslation("desk.reason.other.do"));
        done.addThemeVariants(ButtonVariant.SMALL);
        done.setEnabled(false);
        other.addValueChangeListener(event -> done.setEnabled(!event.getValue().isBlank()));
        Runnable submit = () -> {
            if (!other.getValue().isBlank()) {
                onReason.accept("", other.getValue().strip());
            }
        };
        other.addKeyDownListener(Key.ENTER, event -> submit.run());
        done.addClickListener(event -> submit.run());
        var own = new Div(other, done);
        own.addClassName("own-reason");
        row.add(own);
    }

    /** Whose cancellation it is: what the clinic cannot or got wrong never counts for the client. */
    private static CancelledBy by(String reason) {
        return CLINICS.contains(reason) ? CancelledBy.CLINIC : CancelledBy.CLIENT;
    }

    private Button quiet(String key, Runnable action) {
        var button = new Button(getTranslation(key), event -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private static Component line(Glyph glyph, String text, String... classes) {
        var line = new Div(glyph.small(), new Span(text));
        line.addClassNames(classes);
        return line;
    }
}
