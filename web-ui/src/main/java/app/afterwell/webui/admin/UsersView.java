package app.afterwell.webui.admin;

import app.afterwell.booking.Directory;
import app.afterwell.domain.ConflictException;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.security.Accounts;
import app.afterwell.webui.security.Accounts.AccountRow;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody who can sign in, and what they may do. */
@Route(value = "admin/users", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class UsersView extends Main implements HasDynamicTitle {

    private static final int MOST = 200;

    private final transient Accounts accounts;
    private final TextField find = new TextField();
    private final NativeTable table = new NativeTable();
    private final Paragraph status = new Paragraph();

    UsersView(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        setId("main");
        addClassName("admin-page");
        var add = new Button(getTranslation("admin.users.add"), Glyph.NEW.icon());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(click -> new AccountDialog(directory.practitioners(), account -> {
                    accounts.create(account);
                    show(getTranslation("admin.users.added", account.name()));
                })
                .open());
        var head = new Div(new H1(getTranslation("admin.users")), add);
        head.addClassName("head");
        find.setLabel(getTranslation("admin.users.find"));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.EAGER);
        find.addValueChangeListener(event -> show(""));
        find.addClassName("admin-find");
        table.setCaptionText(getTranslation("admin.users.caption"));
        table.addClassName("admin-table");
        status.getElement().setAttribute("role", "status");
        status.addClassName("muted");
        var scroll = new Div(table);
        scroll.addClassName("admin-scroll");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("admin.users.caption"));
        add(head, find, status, scroll);
        show("");
    }

    private void show(String news) {
        table.getHead().removeAllRows();
        table.getBody().removeAllRows();
        var head = table.getHead().addRow();
        for (var column : List.of("name", "email", "roles", "state")) {
            var cell = head.addHeaderCell();
            cell.setText(getTranslation("admin.users." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        head.addDataCell();
        var typed = find.getValue().strip().toLowerCase(Locale.ROOT);
        var fitting = accounts.list().stream()
                .filter(row -> (row.name() + " " + row.email())
                        .toLowerCase(Locale.ROOT)
                        .contains(typed))
                .toList();
        fitting.stream().limit(MOST).forEach(row -> fill(table.getBody().addRow(), row));
        status.setText(
                news.isEmpty()
                        ? getTranslation("admin.users.count", Math.min(MOST, fitting.size()), fitting.size())
                        : news);
    }

    private void fill(NativeTableRow row, AccountRow account) {
        row.addDataCell().setText(account.name());
        row.addDataCell().setText(account.email());
        var roles = account.roles().stream().map(role -> getTranslation("admin.role." + role));
        var right = account.clinicalLead() ? Stream.of(getTranslation("admin.role.lead")) : Stream.<String>empty();
        row.addDataCell().setText(Stream.concat(roles, right).collect(Collectors.joining(", ")));
        var state = new Span(getTranslation(account.enabled() ? "admin.users.active" : "admin.users.disabled"));
        state.addClassNames("tag", account.enabled() ? "ok" : "line");
        row.addDataCell().add(state);
        var password = new Button(getTranslation("admin.users.password"));
        password.setAriaLabel(getTranslation("admin.users.password.of", account.name()));
        password.addClickListener(click -> new PasswordDialog(account.name(), wanted -> {
                    accounts.resetPassword(account.id(), wanted);
                    show(getTranslation("admin.users.password.set", account.name()));
                })
                .open());
        var turn = new Button(getTranslation(account.enabled() ? "admin.users.disable" : "admin.users.enable"));
        turn.setAriaLabel(
                getTranslation(account.enabled() ? "admin.users.disable.of" : "admin.users.enable.of", account.name()));
        turn.addClickListener(click -> turn(account));
        var actions = new Div(password, turn);
        if (account.clinician() || account.clinicalLead()) {
            var lead = new Button(getTranslation(account.clinicalLead() ? "admin.users.lead.end" : "admin.users.lead"));
            lead.setAriaLabel(getTranslation(
                    account.clinicalLead() ? "admin.users.lead.end.of" : "admin.users.lead.of", account.name()));
            lead.addClickListener(click -> lead(account));
            actions.addComponentAtIndex(1, lead);
        }
        actions.addClassName("row");
        row.addDataCell().add(actions);
    }

    /** It can be taken back by the same button, so it does not ask first. */
    private void lead(AccountRow account) {
        accounts.setClinicalLead(account.id(), !account.clinicalLead());
        show(getTranslation(
                account.clinicalLead() ? "admin.users.lead.ended" : "admin.users.lead.given", account.name()));
    }

    /** It can be taken back by the same button, so it does not ask first. */
    private void turn(AccountRow account) {
        try {
            if (account.enabled()) {
                accounts.disable(account.id());
                show(getTranslation("admin.users.disabled.news", account.name()));
            } else {
                accounts.enable(account.id());
                show(getTranslation("admin.users.enabled.news", account.name()));
            }
        } catch (ConflictException e) {
            show(getTranslation("admin.users.last-owner"));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("admin.users"));
    }
}
