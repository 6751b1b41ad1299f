package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.CareWarning;
import app.afterwell.aftercare.note.ChartPage;
import app.afterwell.aftercare.note.ChartPage.Entry;
import app.afterwell.aftercare.note.Charts;
import app.afterwell.aftercare.note.NoteStatus;
import app.afterwell.aftercare.plan.BreakGlass;
import app.afterwell.aftercare.plan.Ground;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.webui.components.CareBanner;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Initials;
import app.afterwell.webui.record.RecordPdf;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client's chart: visits, notes, plans and answers by time, where was worked, and how the pain went. */
@Route(value = "clients/:client/chart", layout = StaffLayout.class)
@RolesAllowed("THERAPIST")
class ChartView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int FIRST = 12;
    private static final String QUERY = "q";

    private final transient Charts charts;
    private final transient BreakGlass glass;
    private final transient ClientDirectory directory;
    private final transient SafetyProfiles safety;
    private final transient Protocols protocols;
    private final transient RecordPdf pdf;
    private final transient LiveUpdates updates;
    private final transient Clock clock;
    private @Nullable Registration live;
    private String title = "";

    ChartView(
            Charts charts,
            BreakGlass glass,
            ClientDirectory directory,
            SafetyProfiles safety,
            Protocols protocols,
            RecordPdf pdf,
            LiveUpdates updates,
            Clock clock) {
        this.charts = charts;
        this.glass = glass;
        this.directory = directory;
        this.safety = safety;
        this.protocols = protocols;
        this.pdf = pdf;
        this.updates = updates;
        this.clock = clock;
        setId("main");
        addClassNames("sheet", "touch");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var client = event.getRouteParameters()
                .get("client")
                .flatMap(Ids::client)
                .orElseThrow(() -> new NotFoundException("the client"));
        if (live != null) {
            live.remove();
        }
        show(
                client,
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(QUERY)
                        .orElse(""));
    }

    private void show(ClientId client, String asked) {
        var card = directory.cards(Set.of(client)).get(client);
        if (card == null) {
            throw new NotFoundException("client " + client);
        }
        title = getTranslation("chart.title", card.name());
        removeAll();
        var standing = glass.standing(client);
        if (!standing.ground().reads()) {
            add(new RecordClosed(card, glass, () -> show(client, asked)));
            return;
        }
        var page = charts.page(client, null, FIRST);
        var last = page.visits().stream()
                .map(Entry::plan)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var words = new DayWords(card.zone(), getLocale());
        add(head(card, page));
        if (standing.ground() == Ground.BROKE_GLASS) {
            add(RecordClosed.openUntil(this, standing, words));
        }
        var care = care(client, last);
        if (!care.isEmpty()) {
            add(new CareBanner(care, true));
        }
        var overTime = new BodiesOverTime(charts, client, words);
        var timeline = new ChartTimeline(
                page, before -> charts.page(client, before, FIRST), client, getLocale(), clock.instant());
        var search = new ChartSearch(charts, client, asked, words, typed -> remember(client, typed));
        var pictures = new Div(overTime, last(last));
        pictures.addClassNames("stack", "wide");
        var columns = new Div(new Div(search, timeline), pictures);
        columns.addClassName("client-chart");
        add(columns);
        // What is new comes in where it belongs, without losing what is being looked for.
        live = updates.subscribe(this, LiveUpdates.client(client), topic -> show(client, search.typed()));
    }

    private static void remember(ClientId client, String typed) {
        var address = "clients/" + client + "/chart"
                + (typed.isBlank() ? "" : "?" + QueryParameters.of(QUERY, typed).getQueryString());
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
    }

    private Header head(ClientCard card, ChartPage page) {
        var name = new H1(card.name());
        name.addClassName("private");
        int plans = charts.plans(card.id());
        var facts = new Paragraph(plans == 0 ? getTranslation("day.plans.none") : getTranslation("chart.plans", plans));
        facts.addClassName("facts");
        var actions = new Div();
        actions.addClassNames("row", "actions");
        var next = toWrite(page);
        if (plans > 0) {
            var compare = new Anchor("clients/" + card.id() + "/compare", getTranslation("record.compare"));
            compare.addClassName("btn");
            actions.add(compare, pdf.chart(card.id(), getTranslation("record.pdf"), getLocale()));
        }
        next.ifPresent(visit -> {
            var open = new Anchor(
                    "sessions/" + visit.visit().id(),
                    Glyph.NOTE.icon(),
                    new Span(getTranslation(visit.note() == null ? "chart.note.write" : "chart.note.finish")));
            open.addClassNames("btn", "primary");
            actions.add(open);
        });
        var head = new Header(Initials.of(card.name()), name, facts, actions);
        head.addClassName("client-head");
        return head;
    }

    /** The visit that is on now, or was, and whose note is still to sign. */
    private Optional<Entry> toWrite(ChartPage page) {
        Instant now = clock.instant();
        return page.visits().stream()
                .filter(entry -> entry.visit().status().started()
                        && !entry.visit().slot().start().isAfter(now))
                .filter(entry -> entry.note() == null || entry.note().status() == NoteStatus.DRAFT)
                .findFirst();
    }

    private List<CareWarning> care(ClientId client, @Nullable PlanSummary last) {
        return protocols
                .inForce()
                .beforeSession(
                        safety.of(client).orElse(null),
                        last == null ? null : last.gravest(),
                        clock.instant().atZone(clock.getZone()).toLocalDate());
    }

    private Component last(@Nullable PlanSummary last) {
        return last == null
                ? new Paragraph(getTranslation("chart.none"))
                : new LastAftercare(last, new DayWords(clock.getZone(), getLocale()));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title);
    }
}
