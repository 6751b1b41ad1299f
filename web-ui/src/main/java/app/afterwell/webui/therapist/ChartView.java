package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.CareWarning;
import app.afterwell.aftercare.note.NoteSummary;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.SafetyProfiles;
import app.afterwell.domain.Visits;
import app.afterwell.webui.components.CareBanner;
import app.afterwell.webui.components.Initials;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client's chart: visits, notes, plans and answers by time, and how it went after the last visit. */
@Route(value = "clients/:client/chart", layout = StaffLayout.class)
@RolesAllowed("THERAPIST")
class ChartView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SessionNotes notes;
    private final transient Plans plans;
    private final transient Visits visits;
    private final transient ClientDirectory directory;
    private final transient SafetyProfiles safety;
    private final transient Protocols protocols;
    private final transient LiveUpdates updates;
    private final transient Clock clock;
    private @Nullable Registration live;
    private String title = "";

    ChartView(
            SessionNotes notes,
            Plans plans,
            Visits visits,
            ClientDirectory directory,
            SafetyProfiles safety,
            Protocols protocols,
            LiveUpdates updates,
            Clock clock) {
        this.notes = notes;
        this.plans = plans;
        this.visits = visits;
        this.directory = directory;
        this.safety = safety;
        this.protocols = protocols;
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
        show(client);
        live = updates.subscribe(this, LiveUpdates.client(client), topic -> show(client));
    }

    private void show(ClientId client) {
        // The notes decide whether this therapist may look; nothing is read before they have.
        var written = notes.forClient(client);
        var issued = plans.ofClient(client);
        var card = directory.cards(Set.of(client)).get(client);
        if (card == null) {
            throw new NotFoundException("client " + client);
        }
        title = getTranslation("chart.title", card.name());
        removeAll();
        var words = new DayWords(card.zone(), getLocale());
        var care = care(client, issued);
        add(head(card, issued));
        if (!care.isEmpty()) {
            add(new CareBanner(care, true));
        }
        var pictures = new Div(last(issued), overTime(written, words));
        pictures.addClassName("stack");
        var columns = new Div(new ChartTimeline(visits.ofClient(client), written, issued, getLocale()), pictures);
        columns.addClassName("client-chart");
        add(columns);
    }

    private Header head(ClientCard card, List<PlanSummary> issued) {
        var name = new H1(card.name());
        name.addClassName("private");
        var facts = new Paragraph(
                issued.isEmpty() ? getTranslation("day.plans.none") : getTranslation("chart.plans", issued.size()));
        facts.addClassName("facts");
        var head = new Header(Initials.of(card.name()), name, facts);
        head.addClassName("client-head");
        return head;
    }

    private List<CareWarning> care(ClientId client, List<PlanSummary> issued) {
        var lastOutcome = issued.isEmpty() ? null : issued.getFirst().gravest();
        return protocols
                .inForce()
                .beforeSession(
                        safety.of(client).orElse(null),
                        lastOutcome,
                        clock.instant().atZone(clock.getZone()).toLocalDate());
    }

    private Component last(List<PlanSummary> issued) {
        return issued.stream()
                .findFirst()
                .<Component>map(plan -> new LastAftercare(plan, new DayWords(clock.getZone(), getLocale())))
                .orElseGet(() -> new Paragraph(getTranslation("chart.none")));
    }

    private Section overTime(List<NoteSummary> written, DayWords words) {
        var heading = new H2(getTranslation("chart.over-time"));
        var section = new Section(heading, new BodiesOverTime(written, words));
        section.setVisible(!written.isEmpty());
        return section;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title);
    }
}
