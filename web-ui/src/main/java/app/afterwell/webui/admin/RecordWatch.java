package app.afterwell.webui.admin;

import app.afterwell.aftercare.note.Integrity;
import app.afterwell.aftercare.note.IntegrityReport;
import app.afterwell.aftercare.plan.BreakGlass;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Whether what was signed is still what was signed, and who opened records of clients whom they do not treat. */
class RecordWatch extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(RecordWatch.class);
    private static final Duration SHOWN = Duration.ofDays(90);

    private final transient Integrity integrity;
    private final transient ClientDirectory clients;
    private final Div result = new Div();
    private final Button check = new Button();

    RecordWatch(Integrity integrity, BreakGlass glass, ClientDirectory clients, Clock clock) {
        this.integrity = integrity;
        this.clients = clients;
        addClassName("record-watch");
        result.addClassName("stack");
        result.getElement().setAttribute("role", "status");
        check.setText(getTranslation("record.watch.check"));
        check.addClickListener(event -> check());
        integrity
                .last()
                .ifPresentOrElse(this::show, () -> result.add(new Paragraph(getTranslation("record.watch.never"))));
        add(
                section("record.watch", result, check),
                section("record.watch.glass", opened(glass.since(clock.instant().minus(SHOWN)))));
    }

    private Section section(String key, Component... parts) {
        var section = new Section(new H2(getTranslation(key)));
        section.addClassName("stack");
        section.add(parts);
        return section;
    }

    /** A large record takes a while: it is looked at beside the page, which stays usable. */
    private void check() {
        check.setEnabled(false);
        result.removeAll();
        result.add(new Paragraph(getTranslation("record.watch.checking")));
        var ui = UI.getCurrent();
        Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(() -> {
            try {
                var report = integrity.checkNow();
                ui.access(() -> done(() -> show(report)));
            } catch (RuntimeException e) {
                LOG.error("The record could not be checked", e);
                ui.access(() -> done(() -> result.add(new Paragraph(getTranslation("record.watch.failed")))));
            }
        }));
    }

    private void done(Runnable say) {
        result.removeAll();
        say.run();
        check.setEnabled(true);
    }

    private void show(IntegrityReport report) {
        var said = new Div(
                (report.sound() ? Glyph.CHECK : Glyph.URGENT).icon(),
                new Span(getTranslation(
                        report.sound() ? "record.watch.sound" : "record.watch.broken",
                        report.notes(),
                        report.addenda(),
                        when(report.at()),
                        report.findings().size())));
        said.addClassNames("notice", report.sound() ? "ok" : "danger");
        result.add(said);
        if (!report.sound()) {
            result.add(findings(report.findings()));
        }
    }

    private Div findings(List<IntegrityReport.Finding> findings) {
        var cards = clients.cards(
                findings.stream().map(IntegrityReport.Finding::client).collect(Collectors.toSet()));
        var table = table("record.watch.findings", "what", "whose", "visit", "row");
        for (var finding : findings) {
            var row = table.getBody().addRow();
            row.addDataCell().setText(getTranslation("record.watch.kind." + finding.kind()));
            var name = new Span(
                    cards.containsKey(finding.client())
                            ? cards.get(finding.client()).name()
                            : finding.client().toString());
            name.addClassName("private");
            row.addDataCell().add(name);
            row.addDataCell()
                    .setText(getTranslation(
                            "record.watch.visit",
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                    .withLocale(getLocale())
                                    .format(finding.day()),
                            finding.revision()));
            row.addDataCell().setText(finding.row().toString());
        }
        return scroll(table, "record.watch.findings");
    }

    private Component opened(List<BreakGlass.Opened> opened) {
        if (opened.isEmpty()) {
            return new Paragraph(getTranslation("record.watch.glass.none"));
        }
        var cards = clients.cards(opened.stream().map(BreakGlass.Opened::client).collect(Collectors.toSet()));
        var table = table("record.watch.glass", "when", "who", "whose", "why");
        for (var one : opened) {
            var row = table.getBody().addRow();
            row.addDataCell().setText(when(one.at()));
            row.addDataCell().setText(one.who());
            var name = new Span(name(one.client(), cards));
            name.addClassName("private");
            row.addDataCell().add(name);
            row.addDataCell().setText(one.reason());
        }
        return scroll(table, "record.watch.glass");
    }

    private static String name(ClientId client, Map<ClientId, ClientCard> cards) {
        var card = cards.get(client);
        return card == null ? client.toString() : card.name();
    }

    private NativeTable table(String caption, String... columns) {
        var table = new NativeTable();
        table.setCaptionText(getTranslation(caption));
        table.addClassName("admin-table");
        var head = table.getHead().addRow();
        for (var column : columns) {
            var cell = head.addHeaderCell();
            cell.setText(getTranslation("record.watch.column." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        return table;
    }

    private Div scroll(NativeTable table, String label) {
        var scroll = new Div(table);
        scroll.addClassName("admin-scroll");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation(label));
        return scroll;
    }

    private String when(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(at.atZone(ZoneOffset.UTC));
    }
}
