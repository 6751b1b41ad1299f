package app.afterwell.webui.portal;

import app.afterwell.webui.shell.PageTitle;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Instant;
import java.time.ZoneId;

/** What every page of the client has: the place the skip link leads to, a heading and a title. */
abstract class PortalPage extends Main implements HasDynamicTitle {

    private String title = "";

    PortalPage(String... classNames) {
        setId("main");
        getElement().setAttribute("tabindex", "-1");
        addClassName("pt-page");
        addClassNames(classNames);
    }

    /** The page's heading, with what stands before and after it. */
    Div intro(String heading, Component... after) {
        title = heading;
        var intro = new Div(new H1(heading));
        intro.addClassName("pt-intro");
        intro.add(after);
        return intro;
    }

    /**
     * When a visit begins, by the clock of the place; the zone is named if the client's clock shows another time.
     *
     * @param home the client's zone
     */
    String start(Instant at, ZoneId place, ZoneId home) {
        var when = When.here(place);
        var time = home.getRules().equals(place.getRules())
                ? when.time(at)
                : getTranslation("portal.time.zone", when.time(at), when.zoneName());
        return getTranslation("portal.visits.start", when.day(at), time);
    }

    static Paragraph muted(String text) {
        var line = new Paragraph(text);
        line.addClassName("pt-muted");
        return line;
    }

    static Span quiet(String text) {
        var words = new Span(text);
        words.addClassName("pt-muted");
        return words;
    }

    /** The way back to today's page. */
    Anchor back() {
        var back = new Anchor("portal");
        back.addClassName("pt-back");
        back.add(PortalIcon.BACK.create(), new Span(getTranslation("portal.nav.today")));
        return back;
    }

    /** A link into the plain pages, which the browser has to load. */
    static Anchor plain(String href, String text, String... classNames) {
        var link = new Anchor(href, text);
        link.setRouterIgnore(true);
        link.addClassNames(classNames);
        return link;
    }

    static Anchor call(Clinic clinic, String text) {
        var call = new Anchor("tel:" + clinic.phone());
        call.addClassName("pt-btn");
        call.add(PortalIcon.PHONE.create(), new Span(text));
        return call;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title);
    }
}
