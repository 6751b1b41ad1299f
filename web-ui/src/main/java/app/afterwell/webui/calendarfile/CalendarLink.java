package app.afterwell.webui.calendarfile;

import app.afterwell.booking.CalendarFeed;
import app.afterwell.booking.CalendarFeeds;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PractitionerId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Makes and takes back the address under which a calendar program reads somebody's appointments. */
public class CalendarLink extends Dialog {

    /** Whose calendar it is. */
    private interface Feeds {
        List<CalendarFeed> list();

        String issue();

        void revoke();
    }

    private final transient Feeds feeds;
    private final ZoneId zone;
    private final Paragraph state = new Paragraph();
    private final TextField address = new TextField();
    private final Button copy = new Button();
    private final Button revoke = new Button();

    /** @param zone by whose clock it says when an address was made */
    public static CalendarLink of(CalendarFeeds feeds, ClientId client, ZoneId zone) {
        return new CalendarLink(
                new Feeds() {
                    @Override
                    public List<CalendarFeed> list() {
                        return feeds.of(client);
                    }

                    @Override
                    public String issue() {
                        return feeds.issue(client);
                    }

                    @Override
                    public void revoke() {
                        feeds.revoke(client);
                    }
                },
                zone);
    }

    /** @param zone by whose clock it says when an address was made */
    public static CalendarLink of(CalendarFeeds feeds, PractitionerId practitioner, ZoneId zone) {
        return new CalendarLink(
                new Feeds() {
                    @Override
                    public List<CalendarFeed> list() {
                        return feeds.of(practitioner);
                    }

                    @Override
                    public String issue() {
                        return feeds.issue(practitioner);
                    }

                    @Override
                    public void revoke() {
                        feeds.revoke(practitioner);
                    }
                },
                zone);
    }

    private CalendarLink(Feeds feeds, ZoneId zone) {
        this.feeds = feeds;
        this.zone = zone;
        setHeaderTitle(getTranslation("calendar.link"));
        setWidth("560px");
        state.getElement().setAttribute("role", "status");
        address.setLabel(getTranslation("calendar.link.address"));
        address.setReadOnly(true);
        address.setVisible(false);
        address.setWidthFull();
        address.setHelperText(getTranslation("calendar.link.once"));
        copy.setText(getTranslation("calendar.link.copy"));
        copy.setVisible(false);
        copy.addClickListener(event -> UI.getCurrent()
                .getPage()
                .executeJs("return navigator.clipboard.writeText($0)", address.getValue())
                .then(ignored -> state.setText(getTranslation("calendar.link.copied"))));
        revoke.setText(getTranslation("calendar.link.revoke"));
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        revoke.addClickListener(event -> {
            feeds.revoke();
            address.setVisible(false);
            copy.setVisible(false);
            show();
            state.setText(getTranslation("calendar.link.revoked"));
        });
        var make = new Button(getTranslation("calendar.link.make"), event -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var close = new Button(getTranslation("calendar.link.close"), event -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        var body = new Div(new Paragraph(getTranslation("calendar.link.intro")), state, address, copy);
        body.addClassName("stack");
        add(body);
        getFooter().add(revoke, close, make);
        show();
    }

    private void make() {
        var token = feeds.issue();
        show();
        address.setValue(base() + "/calendar/" + token + ".ics");
        address.setVisible(true);
        copy.setVisible(true);
        copy.focus();
    }

    private void show() {
        var all = feeds.list();
        revoke.setVisible(!all.isEmpty());
        if (all.isEmpty()) {
            state.setText(getTranslation("calendar.link.none"));
            return;
        }
        var newest = all.getFirst();
        var made = getTranslation("calendar.link.count", all.size(), moment(newest.madeAt()));
        state.setText(
                newest.readAt() == null
                        ? made
                        : made + " " + getTranslation("calendar.link.read", moment(newest.readAt())));
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(at.atZone(zone));
    }

    /** As the browser reached the clinic. */
    private static String base() {
        var request = VaadinServletRequest.getCurrent();
        if (request == null) {
            return "";
        }
        var url = request.getRequestURL().toString();
        int path = url.indexOf('/', url.indexOf("//") + 2);
        return path < 0 ? url : url.substring(0, path);
    }
}
