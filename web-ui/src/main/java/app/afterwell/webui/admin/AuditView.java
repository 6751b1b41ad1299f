package app.afterwell.webui.admin;

import app.afterwell.aftercare.note.Integrity;
import app.afterwell.aftercare.plan.BreakGlass;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.webui.audit.AuditLog;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who saw or changed what, the latest first. */
@Route(value = "admin/audit", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class AuditView extends Main implements HasDynamicTitle {

    private static final int MORE = 100;
    private static final int WAIT_MILLIS = 250;

    private final transient AuditLog audit;
    private final transient ClientDirectory clients;
    private final TextField find = new TextField();
    private final NativeTable table = new NativeTable();
    private final Paragraph status = new Paragraph();
    private final Button more = new Button();
    private @Nullable UUID last;

    AuditView(AuditLog audit, ClientDirectory clients, Integrity integrity, BreakGlass glass, Clock time) {
        this.audit = audit;
        this.clients = clients;
        setId("main");
        addClassName("admin-page");
        find.setLabel(getTranslation("admin.audit.find"));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setValueChangeTimeout(WAIT_MILLIS);
        find.addValueChangeListener(event -> begin());
        find.addClassName("admin-find");
        status.getElement().setAttribute("role", "status");
        status.addClassName("muted");
        more.setText(getTranslation("admin.audit.more"));
        more.addClickListener(click -> show());
        table.setCaptionText(getTranslation("admin.audit.caption"));
        table.addClassName("admin-table");
        var scroll = new Div(table);
        scroll.addClassName("admin-scroll");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("admin.audit.caption"));
        add(
                new H1(getTranslation("admin.audit")),
                new RecordWatch(integrity, glass, clients, time),
                new H2(getTranslation("admin.audit.caption")),
                new Paragraph(getTranslation("admin.audit.intro")),
                find,
                scroll,
                status,
                more);
        begin();
    }

    private void begin() {
        last = null;
        table.getHead().removeAllRows();
        table.getBody().removeAllRows();
        var head = table.getHead().addRow();
        for (var column : List.of("when", "who", "what", "whose", "why")) {
            var cell = head.addHeaderCell();
            cell.setText(getTranslation("admin.audit." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        show();
    }

    private void show() {
        var entries = audit.find(find.getValue(), last, MORE);
        var cards = clients.cards(entries.stream()
                .map(AuditLog.Entry::client)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        entries.forEach(entry -> fill(table.getBody().addRow(), entry, cards));
        if (!entries.isEmpty()) {
            last = entries.getLast().id();
        }
        more.setVisible(entries.size() == MORE);
        status.setText(
                table.getBody().getRowCount() == 0
                        ? getTranslation("admin.audit.none")
                        : getTranslation("admin.audit.shown", table.getBody().getRowCount()));
    }

    private void fill(NativeTableRow row, AuditLog.Entry entry, Map<ClientId, ClientCard> cards) {
        // The trail is one for all locations, so it is told by the one clock that they share.
        var when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(entry.at().atZone(ZoneOffset.UTC));
        row.addDataCell().setText(when);
        row.addDataCell().setText(entry.who());
        row.addDataCell().setText(action(entry.action()));
        var whose = new Span(entry.client()
                .map(client -> cards.containsKey(client) ? cards.get(client).name() : client.toString())
                .orElse(""));
        whose.addClassName("private");
        row.addDataCell().add(whose);
        row.addDataCell().setText(entry.reason().orElse(""));
    }

    private String action(String code) {
        var key = "admin.audit.action." + code;
        var text = getTranslation(key);
        return text.contains(key) ? code : text;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("admin.audit"));
    }
}
