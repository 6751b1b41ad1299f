package app.afterwell.webui.admin.directory;

import app.afterwell.booking.Absences;
import app.afterwell.booking.BookingRules;
import app.afterwell.booking.Closure;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.domain.Ids;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The places where the clinic treats: address, clock, opening hours, closures and how far ahead one can book. */
@Route(value = "admin/hours", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class HoursView extends DirectoryPage {

    private static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            .sorted()
            .map(ZoneId::of)
            .toList();

    private final transient Directory directory;
    private final transient Absences absences;
    private final transient Clock clock;

    HoursView(Directory directory, Absences absences, Clock clock) {
        super("hours", "admin/hours");
        this.directory = directory;
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    List<Choice> choices() {
        return directory.whole().locations().stream()
                .map(place -> new Choice(
                        place.id().toString(), place.name(), place.zone().getId(), place.active()))
                .toList();
    }

    @Override
    @Nullable
    Div missing() {
        return null;
    }

    @Override
    void fill(Div form, @Nullable String id) {
        var known = directory.whole().locations().stream()
                .filter(place -> place.id().toString().equals(id))
                .findFirst()
                .orElse(null);
        form.add(new Form(known));
        if (known != null) {
            form.add(closures(known));
            var rooms = new Anchor("admin/rooms", getTranslation("admin.dir.next.rooms"));
            var staff = new Anchor("admin/staff", getTranslation("admin.dir.next.staff"));
            var services = new Anchor("admin/services", getTranslation("admin.dir.next.services"));
            var next = new Div(rooms, staff, services);
            next.addClassNames("row", "admin-next");
            form.add(FormParts.section(getTranslation("admin.dir.next"), next));
        }
    }

    private Section closures(LocationInfo place) {
        var now = LocalDateTime.ofInstant(clock.instant(), place.zone());
        var list = new UnorderedList();
        list.addClassName("admin-stretches");
        var all = absences.closures(place.id(), now);
        all.forEach(closure -> list.add(item(place, closure)));
        var section = FormParts.section(getTranslation("admin.dir.closures"));
        section.add(
                all.isEmpty() ? FormParts.hint(getTranslation("admin.dir.closures.none")) : list,
                new Stretch(
                        getTranslation("admin.dir.closures.add"),
                        getTranslation("admin.dir.closures.label"),
                        (from, to, label) -> close(place, new Closure(Ids.next(), place.id(), from, to, label))));
        return section;
    }

    private void close(LocationInfo place, Closure closure) {
        var inTheWay = absences.close(closure);
        done.done(
                getTranslation("admin.dir.closures.added", closure.label()),
                () -> attempt(() -> {
                    absences.reopen(closure.id());
                    show(place.id().toString());
                }),
                inTheWay);
        show(place.id().toString());
    }

    private ListItem item(LocationInfo place, Closure closure) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale());
        var text = new Span(closure.label());
        var when = new Span(
                getTranslation("admin.dir.stretch", format.format(closure.from()), format.format(closure.to())));
        when.addClassName("muted");
        var remove = new Button(
                Glyph.X.small(),
                event -> attempt(() -> {
                    absences.reopen(closure.id());
                    done.done(
                            getTranslation("admin.dir.closures.removed", closure.label()),
                            () -> attempt(() -> close(place, closure)));
                    show(place.id().toString());
                }));
        remove.setAriaLabel(getTranslation("admin.dir.closures.remove", closure.label()));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.addClassName("only");
        return new ListItem(new Div(text, when), remove);
    }

    private final class Form extends Div {

        private final @Nullable LocationInfo known;
        private final Fields fields = new Fields(this);
        private final TextField name = fields.add("name", new TextField(getTranslation("admin.dir.name")));
        private final TextField code = fields.add("code", new TextField(getTranslation("admin.dir.code")));
        private final TextField address = fields.add("address", new TextField(getTranslation("admin.dir.address")));
        private final TextField phone = fields.add("phone", new TextField(getTranslation("admin.dir.phone")));
        private final ComboBox<ZoneId> zone =
                fields.add("zone", new ComboBox<ZoneId>(getTranslation("admin.dir.zone")));
        private final ComboBox<String> country =
                fields.add("country", new ComboBox<String>(getTranslation("admin.dir.country")));
        private final Select<Integer> step = fields.add("rules.stepMinutes", new Select<>());
        private final IntegerField lead;
        private final IntegerField horizon;
        private final IntegerField notice;
        private final WeekEditor week;
        private final Paragraph problem = new Paragraph();

        Form(@Nullable LocationInfo known) {
            this.known = known;
            var rules = known == null ? BookingRules.usual() : known.rules();
            lead = fields.add(
                    "rules.leadMinutes",
                    FormParts.number(getTranslation("admin.dir.rules.lead"), 0, 100_000, rules.leadMinutes()));
            horizon = fields.add(
                    "rules.horizonDays",
                    FormParts.number(getTranslation("admin.dir.rules.horizon"), 1, 730, rules.horizonDays()));
            notice = fields.add(
                    "rules.noticeHours",
                    FormParts.number(getTranslation("admin.dir.rules.notice"), 0, 1_000, rules.noticeHours()));
            notice.setHelperText(getTranslation("admin.dir.rules.notice.hint"));
            step.setLabel(getTranslation("admin.dir.rules.step"));
            step.setItems(5, 10, 15, 20, 30, 60);
            step.setValue(rules.stepMinutes());
            code.setHelperText(getTranslation("admin.dir.code.hint"));
            zone.setItems(ZONES);
            zone.setItemLabelGenerator(each -> each.getId().replace('_', ' '));
            country.setItems(Arrays.stream(Locale.getISOCountries())
                    .sorted(Comparator.comparing(each -> Locale.of("", each).getDisplayCountry(getLocale())))
                    .toList());
            country.setItemLabelGenerator(each -> Locale.of("", each).getDisplayCountry(getLocale()));
            week = new WeekEditor(
                    getTranslation("admin.dir.hours.week"), List.of(), false, getTranslation("admin.dir.week.closed"));
            problem.addClassName("booking-problem");
            problem.getElement().setAttribute("role", "alert");
            read();
            var save = FormParts.save(
                    getTranslation(known == null ? "admin.dir.hours.add" : "admin.dir.save"), this::save);
            var actions = new Div(save);
            actions.addClassName("row");
            if (known != null) {
                actions.add(new Button(
                        getTranslation(known.active() ? "admin.dir.retire" : "admin.dir.use"),
                        event -> attempt(() -> turn(known))));
            }
            add(
                    FormParts.section(
                            known == null ? getTranslation("admin.dir.hours.new") : known.name(),
                            FormParts.grid(name, code, address, phone, country, zone)),
                    FormParts.section(getTranslation("admin.dir.hours.week"), week),
                    FormParts.section(getTranslation("admin.dir.rules"), FormParts.grid(step, lead, horizon, notice)),
                    problem,
                    actions);
        }

        private void read() {
            if (known == null) {
                guess();
                week.show(Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue())
                        .map(day -> new WeekEditor.Line(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                        .toList());
                return;
            }
            name.setValue(known.name());
            code.setValue(known.code());
            address.setValue(known.address());
            phone.setValue(known.phone());
            zone.setValue(known.zone());
            country.setValue(known.country());
            week.show(known.hours().stream()
                    .map(span -> new WeekEditor.Line(span.day(), span.from(), span.to()))
                    .toList());
        }

        /** The browser of whoever sets the clinic up mostly stands in it. */
        private void guess() {
            var session = VaadinSession.getCurrent();
            var locale = session == null ? getLocale() : session.getBrowser().getLocale();
            if (locale != null && locale.getCountry().length() == 2) {
                country.setValue(locale.getCountry());
            }
            var ui = UI.getCurrent();
            if (ui != null) {
                ui.getPage()
                        .executeJs("return Intl.DateTimeFormat().resolvedOptions().timeZone")
                        .then(
                                String.class,
                                id -> ZONES.stream()
                                        .filter(each -> each.getId().equals(id) && zone.isEmpty())
                                        .findFirst()
                                        .ifPresent(zone::setValue));
            }
        }

        private void turn(LocationInfo place) {
            var turned = directory.save(with(place, place.version(), !place.active()));
            int ahead = turned.active() ? 0 : directory.ahead(place.id());
            var text = getTranslation(turned.active() ? "admin.dir.used" : "admin.dir.retired.news", place.name());
            done.done(
                    ahead == 0 ? text : text + " " + getTranslation("admin.dir.hours.ahead", ahead),
                    () -> attempt(() -> {
                        directory.save(with(turned, turned.version(), place.active()));
                        show(place.id().toString());
                    }));
            show(place.id().toString());
        }

        private void save() {
            fields.clear();
            problem.setText("");
            var at = zone.getValue();
            var in = country.getValue();
            boolean complete = fields.require("name", !name.getValue().isBlank());
            complete &= fields.require("phone", !phone.getValue().isBlank());
            complete &= fields.require("zone", at != null);
            complete &= fields.require("country", in != null);
            complete &= week.complete();
            if (!complete || at == null || in == null) {
                return;
            }
            var taken = directory.whole().locations().stream()
                    .map(LocationInfo::code)
                    .toList();
            var info = new LocationInfo(
                    known == null ? LocationId.next() : known.id(),
                    known == null ? 0 : known.version(),
                    code.getValue().isBlank()
                            ? Codes.of(name.getValue(), taken)
                            : code.getValue().strip(),
                    name.getValue().strip(),
                    at,
                    in,
                    phone.getValue().strip(),
                    address.getValue().strip(),
                    week.lines().stream()
                            .map(line -> new WeeklySpan(line.day(), line.from(), line.to()))
                            .toList(),
                    new BookingRules(
                            step.getValue() == null ? 0 : step.getValue(),
                            FormParts.valueOf(lead),
                            FormParts.valueOf(horizon),
                            FormParts.valueOf(notice)),
                    known == null || known.active());
            try {
                attempt(() -> {
                    var saved = directory.save(info);
                    done.done(
                            getTranslation("admin.dir.saved", saved.name()),
                            () -> attempt(() -> {
                                directory.save(
                                        known == null
                                                ? with(saved, saved.version(), false)
                                                : with(known, saved.version(), known.active()));
                                show(saved.id().toString());
                            }));
                    show(saved.id().toString());
                });
            } catch (UnacceptableException e) {
                e.problems().forEach(each -> Spans.complain(week, "hours", each, fields));
                problem.setText(fields.complain(Spans.without(e, "hours")));
            }
        }

        private static LocationInfo with(LocationInfo place, long version, boolean active) {
            return new LocationInfo(
                    place.id(),
                    version,
                    place.code(),
                    place.name(),
                    place.zone(),
                    place.country(),
                    place.phone(),
                    place.address(),
                    place.hours(),
                    place.rules(),
                    active);
        }
    }
}
