package app.afterwell.webui.admin.directory;

import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.Money;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WholeDirectory;
import app.afterwell.domain.ServiceId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the clinic offers: how long, for how much, by whom and where. */
@Route(value = "admin/services", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class ServicesView extends DirectoryPage {

    private final transient Directory directory;

    ServicesView(Directory directory) {
        super("services", "admin/services");
        this.directory = directory;
    }

    @Override
    List<Choice> choices() {
        return directory.whole().services().stream()
                .map(service -> new Choice(
                        service.id().toString(),
                        service.name(),
                        getTranslation("admin.dir.minutes", service.minutes()),
                        service.active()))
                .toList();
    }

    @Override
    @Nullable
    Div missing() {
        return directory.locations().isEmpty()
                ? first("admin.dir.location-first", "admin/hours", "admin.dir.hours.add")
                : null;
    }

    @Override
    void fill(Div form, @Nullable String id) {
        var whole = directory.whole();
        var known = whole.services().stream()
                .filter(service -> service.id().toString().equals(id))
                .findFirst()
                .orElse(null);
        form.add(new Form(whole, known));
    }

    private final class Form extends Div {

        private final WholeDirectory whole;
        private final @Nullable ServiceInfo known;
        private final Fields fields = new Fields(this);
        private final TextField name = fields.add("name", new TextField(getTranslation("admin.dir.name")));
        private final TextField code = fields.add("code", new TextField(getTranslation("admin.dir.code")));
        private final TextArea description =
                fields.add("description", new TextArea(getTranslation("admin.dir.services.description")));
        private final IntegerField minutes;
        private final IntegerField before;
        private final IntegerField after;
        private final BigDecimalField price =
                fields.add("price.minor", new BigDecimalField(getTranslation("admin.dir.services.price")));
        private final ComboBox<String> currency =
                fields.add("price.currency", new ComboBox<>(getTranslation("admin.dir.services.currency")));
        private final Checkbox online = new Checkbox(getTranslation("admin.dir.services.online"));
        private final CheckboxGroup<PractitionerInfo> practitioners = fields.add(
                "practitioners", new CheckboxGroup<PractitionerInfo>(getTranslation("admin.dir.services.by")));
        private final CheckboxGroup<RoomInfo> rooms =
                fields.add("rooms", new CheckboxGroup<RoomInfo>(getTranslation("admin.dir.services.rooms")));
        private final Paragraph problem = new Paragraph();

        Form(WholeDirectory whole, @Nullable ServiceInfo known) {
            this.whole = whole;
            this.known = known;
            minutes = fields.add(
                    "minutes",
                    FormParts.number(
                            getTranslation("admin.dir.services.minutes"),
                            5,
                            480,
                            known == null ? 60 : known.minutes()));
            before = fields.add(
                    "bufferBefore",
                    FormParts.number(
                            getTranslation("admin.dir.services.before"),
                            0,
                            120,
                            known == null ? 0 : known.bufferBefore()));
            after = fields.add(
                    "bufferAfter",
                    FormParts.number(
                            getTranslation("admin.dir.services.after"),
                            0,
                            120,
                            known == null ? 10 : known.bufferAfter()));
            code.setHelperText(getTranslation("admin.dir.code.hint"));
            description.setHelperText(getTranslation("admin.dir.services.description.hint"));
            after.setHelperText(getTranslation("admin.dir.services.buffer.hint"));
            rooms.setHelperText(getTranslation("admin.dir.services.rooms.hint"));
            problem.addClassName("booking-problem");
            problem.getElement().setAttribute("role", "alert");
            currency.setItems(Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .sorted()
                    .toList());
            practitioners.setItems(whole.practitioners().stream()
                    .filter(PractitionerInfo::active)
                    .toList());
            practitioners.setItemLabelGenerator(PractitionerInfo::name);
            practitioners.setVisible(whole.practitioners().stream().anyMatch(PractitionerInfo::active));
            rooms.setItems(whole.rooms().stream().filter(RoomInfo::active).toList());
            rooms.setItemLabelGenerator(this::nameOf);
            rooms.setVisible(whole.rooms().stream().anyMatch(RoomInfo::active));
            read();
            var save = FormParts.save(
                    getTranslation(known == null ? "admin.dir.services.add" : "admin.dir.save"), this::save);
            var actions = new Div(save);
            actions.addClassName("row");
            if (known != null) {
                actions.add(retire(known));
            }
            add(
                    FormParts.section(
                            known == null ? getTranslation("admin.dir.services.new") : known.name(),
                            FormParts.grid(name, code, minutes, price, currency, before, after),
                            description,
                            online),
                    FormParts.section(getTranslation("admin.dir.services.who"), practitioners, rooms),
                    problem,
                    actions);
        }

        private com.vaadin.flow.component.button.Button retire(ServiceInfo service) {
            return new com.vaadin.flow.component.button.Button(
                    getTranslation(service.active() ? "admin.dir.retire" : "admin.dir.use"),
                    event -> attempt(() -> {
                        turn(service, !service.active());
                        show(service.id().toString());
                    }));
        }

        private void turn(ServiceInfo service, boolean active) {
            var turned = directory.save(with(service, service.version(), active));
            done.done(
                    getTranslation(active ? "admin.dir.used" : "admin.dir.retired.news", service.name()),
                    () -> attempt(() -> {
                        directory.save(with(turned, turned.version(), !active));
                        show(service.id().toString());
                    }));
        }

        private void read() {
            if (known == null) {
                online.setValue(true);
                currency.setValue(usualCurrency());
                practitioners.setValue(Set.copyOf(whole.practitioners().stream()
                        .filter(PractitionerInfo::active)
                        .toList()));
                rooms.setValue(Set.copyOf(
                        whole.rooms().stream().filter(RoomInfo::active).toList()));
                return;
            }
            name.setValue(known.name());
            code.setValue(known.code());
            description.setValue(known.description());
            var digits = Currency.getInstance(known.price().currency()).getDefaultFractionDigits();
            price.setValue(BigDecimal.valueOf(known.price().minor(), digits));
            currency.setValue(known.price().currency());
            online.setValue(known.onlineBookable());
            practitioners.setValue(whole.practitioners().stream()
                    .filter(each -> each.active() && known.practitioners().contains(each.id()))
                    .collect(Collectors.toSet()));
            rooms.setValue(whole.rooms().stream()
                    .filter(each -> each.active() && known.rooms().contains(each.id()))
                    .collect(Collectors.toSet()));
        }

        private String usualCurrency() {
            return whole.services().stream()
                    .findFirst()
                    .map(service -> service.price().currency())
                    .or(() -> whole.locations().stream()
                            .findFirst()
                            .map(place -> Currency.getInstance(Locale.of("", place.country()))
                                    .getCurrencyCode()))
                    .orElse("EUR");
        }

        private String nameOf(RoomInfo room) {
            return whole.locations().size() < 2
                    ? room.name()
                    : room.name() + ", "
                            + whole.locations().stream()
                                    .filter(place -> place.id().equals(room.location()))
                                    .findFirst()
                                    .map(LocationInfo::name)
                                    .orElse("");
        }

        private void save() {
            fields.clear();
            problem.setText("");
            boolean complete = fields.require("name", !name.getValue().isBlank());
            complete &= fields.require("price.minor", price.getValue() != null);
            complete &= fields.require("price.currency", currency.getValue() != null);
            var amount = price.getValue();
            if (!complete || amount == null) {
                return;
            }
            var wanted = code.getValue().isBlank()
                    ? Codes.of(
                            name.getValue(),
                            whole.services().stream().map(ServiceInfo::code).toList())
                    : code.getValue().strip();
            int digits = Currency.getInstance(currency.getValue()).getDefaultFractionDigits();
            var info = new ServiceInfo(
                    known == null ? ServiceId.next() : known.id(),
                    known == null ? 0 : known.version(),
                    wanted,
                    name.getValue().strip(),
                    description.getValue().strip(),
                    FormParts.valueOf(minutes),
                    FormParts.valueOf(before),
                    FormParts.valueOf(after),
                    new Money(
                            amount.movePointRight(digits)
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .longValue(),
                            currency.getValue()),
                    online.getValue(),
                    known == null || known.active(),
                    practitioners.getValue().stream().map(PractitionerInfo::id).collect(Collectors.toSet()),
                    rooms.getValue().stream().map(RoomInfo::id).collect(Collectors.toSet()));
            try {
                attempt(() -> saved(directory.save(info)));
            } catch (UnacceptableException e) {
                problem.setText(fields.complain(e));
            }
        }

        private void saved(ServiceInfo now) {
            done.done(
                    getTranslation("admin.dir.saved", now.name()),
                    () -> attempt(() -> {
                        var before = known == null
                                ? with(now, now.version(), false)
                                : with(known, now.version(), known.active());
                        directory.save(before);
                        show(now.id().toString());
                    }));
            show(now.id().toString());
        }

        private static ServiceInfo with(ServiceInfo service, long version, boolean active) {
            return new ServiceInfo(
                    service.id(),
                    version,
                    service.code(),
                    service.name(),
                    service.description(),
                    service.minutes(),
                    service.bufferBefore(),
                    service.bufferAfter(),
                    service.price(),
                    service.onlineBookable(),
                    active,
                    service.practitioners(),
                    service.rooms());
        }
    }
}
