package app.afterwell.webui.portal;

import app.afterwell.booking.CalendarFeeds;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.CurrentActor;
import app.afterwell.intake.ContactPreferences;
import app.afterwell.webui.calendarfile.CalendarLink;
import app.afterwell.webui.components.PhoneNumbers;
import app.afterwell.webui.messages.ContactChoicesForm;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the client is to the clinic, who saw their record, and the way out. */
@Route(value = "portal/account", layout = PortalLayout.class)
@RolesAllowed("CLIENT")
class AccountView extends PortalPage {

    private static final int SHOWN_LOOKS = 20;

    AccountView(
            PortalClient clients,
            CurrentActor actors,
            RecordLooks looks,
            ContactPreferences preferences,
            CalendarFeeds feeds,
            AuthenticationContext authentication) {
        super("pt-page-2", "pt-acct");
        var client = clients.card();
        add(intro(getTranslation("portal.account.title"), muted(client.name())));
        add(seen(client, looks.of(client.id(), actors.require().userId(), SHOWN_LOOKS)));
        var signOut = new NativeButton(getTranslation("portal.account.signOut"), event -> authentication.logout());
        signOut.addClassNames("pt-btn", "pt-btn-wide");
        var side = new Div(
                reach(client, clients),
                new ContactChoicesForm(preferences, client.id()),
                calendar(client, feeds),
                signOut);
        side.addClassNames("pt-side", "pt-side-top", "pt-stack-l");
        add(side);
    }

    /** The visits in the client's own calendar program. */
    private Section calendar(ClientCard client, CalendarFeeds feeds) {
        var open = new NativeButton(
                getTranslation("portal.account.calendar.do"),
                event -> CalendarLink.of(feeds, client.id(), client.zone()).open());
        open.addClassName("pt-btn");
        var section = new Section(
                new H2(getTranslation("portal.account.calendar")), muted(getTranslation("calendar.link.intro")), open);
        section.addClassName("pt-stack-s");
        return section;
    }

    private Section seen(ClientCard client, List<RecordLooks.Look> looks) {
        var section = new Section(
                new Div(new H2(getTranslation("portal.seen.title")), muted(getTranslation("portal.seen.text"))));
        section.addClassNames("pt-main", "pt-stack");
        if (looks.isEmpty()) {
            section.add(new Paragraph(getTranslation("portal.seen.none")));
            return section;
        }
        var when = When.here(client.zone());
        var rows = new UnorderedList();
        rows.addClassName("pt-rows");
        for (var look : looks) {
            var row = new ListItem();
            row.addClassName("pt-seen");
            row.getElement().appendChild(new Element("strong").setText(look.who()));
            row.add(new Span(action(look.action())));
            if (look.reason() != null) {
                row.add(new Span(getTranslation("portal.seen.reason", look.reason())));
            }
            var at = new Span(getTranslation("portal.visits.start", when.day(look.at()), when.time(look.at())));
            at.addClassName("pt-muted");
            row.add(at);
            rows.add(row);
        }
        section.add(rows);
        return section;
    }

    private String action(String code) {
        var key = "portal.seen." + code;
        var text = getTranslation(key);
        return text.contains(key) ? getTranslation("portal.seen.other") : text;
    }

    private Section reach(ClientCard client, PortalClient clients) {
        var list = new DescriptionList();
        list.addClassName("pt-facts");
        var country = clients.clinic(client.id()).map(Clinic::country).orElse("");
        @Nullable String phone = client.phone();
        fact(list, "portal.account.email", client.email());
        fact(list, "portal.account.phone", phone == null ? null : PhoneNumbers.read(phone, country));
        var title = new H2(getTranslation("portal.account.reach"));
        var section = new Section(title, list, muted(getTranslation("portal.account.change")));
        section.addClassName("pt-stack-s");
        return section;
    }

    private void fact(DescriptionList list, String key, @Nullable String value) {
        var text = value == null ? getTranslation("portal.account.missing") : value;
        list.getElement()
                .appendChild(
                        new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(text))
                                .getElement());
    }
}
