package app.afterwell.webui.therapist;

import app.afterwell.aftercare.note.ChartFrame;
import app.afterwell.aftercare.note.Charts;
import app.afterwell.aftercare.note.RecordedNote;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two visits of a client, or two versions of one note, side by side; the address holds which. */
@Route(value = "clients/:client/compare", layout = StaffLayout.class)
@RolesAllowed("THERAPIST")
class CompareView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 500;

    private final transient Charts charts;
    private final transient ClientDirectory directory;
    private String title = "";

    CompareView(Charts charts, ClientDirectory directory) {
        this.charts = charts;
        this.directory = directory;
        setId("main");
        addClassNames("sheet", "touch");
    }

    /**
     * One side: a visit, and which version of its note.
     *
     * @param revision null for the one in force
     */
    private record Choice(AppointmentId visit, @Nullable Integer revision) {

        static Optional<Choice> read(String text) {
            var parts = text.split("~", 2);
            return Ids.appointment(parts[0])
                    .map(visit -> new Choice(
                            visit,
                            parts.length == 2 && parts[1].matches("\\d{1,6}") ? Integer.valueOf(parts[1]) : null));
        }

        String write() {
            return revision == null ? visit.toString() : visit + "~" + revision;
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var client = event.getRouteParameters()
                .get("client")
                .flatMap(Ids::client)
                .orElseThrow(() -> new NotFoundException("the client"));
        var query = event.getLocation().getQueryParameters();
        show(
                client,
                query.getSingleParameter("left").flatMap(Choice::read).orElse(null),
                query.getSingleParameter("right").flatMap(Choice::read).orElse(null));
    }

    private void show(ClientId client, @Nullable Choice askedLeft, @Nullable Choice askedRight) {
        var frames = charts.frames(client, null, MOST);
        var card = directory.cards(Set.of(client)).get(client);
        if (card == null) {
            throw new NotFoundException("client " + client);
        }
        title = getTranslation("record.compare.title", card.name());
        removeAll();
        var words = new DayWords(card.zone(), getLocale());
        var back = new Anchor("clients/" + client + "/chart", Glyph.ARROW_LEFT.icon());
        back.addClassNames("btn", "quiet", "only");
        back.setAriaLabel(getTranslation("record.compare.back"));
        var heading = new H1(title);
        heading.addClassName("private");
        var head = new Header(back, heading);
        head.addClassName("row");
        add(head);
        if (frames.isEmpty()) {
            add(new Paragraph(getTranslation("chart.none")));
            return;
        }
        var right = askedRight == null ? new Choice(frames.getFirst().appointment(), null) : askedRight;
        var left = askedLeft == null
                ? new Choice(frames.get(Math.min(1, frames.size() - 1)).appointment(), null)
                : askedLeft;
        var pick = new Div(
                select("record.compare.left", frames, left, words, chosen -> go(client, chosen, right)),
                select("record.compare.right", frames, right, words, chosen -> go(client, left, chosen)));
        pick.addClassNames("compare-pick", "private");
        add(pick, new NotesBesides(note(client, left), note(client, right), words));
    }

    private ComboBox<ChartFrame> select(
            String label,
            List<ChartFrame> frames,
            Choice chosen,
            DayWords words,
            java.util.function.Consumer<Choice> onChoice) {
        var select = new ComboBox<ChartFrame>(getTranslation(label));
        select.setItems(frames);
        select.setItemLabelGenerator(frame -> words.date(frame.day()) + ", " + words.time(frame.visitStart()));
        frames.stream()
                .filter(frame -> frame.appointment().equals(chosen.visit()))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                onChoice.accept(new Choice(event.getValue().appointment(), null));
            }
        });
        return select;
    }

    private static void go(ClientId client, Choice left, Choice right) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("left", left.write());
        choices.put("right", right.write());
        UI.getCurrent().navigate("clients/" + client + "/compare", QueryParameters.simple(choices));
    }

    private RecordedNote note(ClientId client, Choice choice) {
        return charts.record(choice.visit()).stream()
                .filter(note -> note.client().equals(client))
                .filter(note -> choice.revision() == null ? note.inForce() : note.revision() == choice.revision())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("the note of visit " + choice.write()));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title);
    }
}
