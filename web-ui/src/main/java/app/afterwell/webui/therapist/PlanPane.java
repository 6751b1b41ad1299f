package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.CatalogueItem;
import app.afterwell.aftercare.engine.CompiledProtocol;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanDifference;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.note.Preview;
import app.afterwell.domain.Visit;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.WhyDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plan that follows from the note, growing as it is written. */
class PlanPane extends Aside {

    private final transient Visit visit;
    private final transient CompiledProtocol protocol;
    private final transient Decisions decisions;
    private final transient Runnable onDecided;
    private final transient Consumer<String> onPick;
    private final Paragraph counts = new Paragraph();
    private final Div body = new Div();
    private final ComboBox<CatalogueItem> pick = new ComboBox<>();
    private transient List<PlanDifference.Change> changed = List.of();
    private transient @Nullable Preview shown;

    PlanPane(
            Visit visit,
            String clientName,
            CompiledProtocol protocol,
            Decisions decisions,
            Runnable onDecided,
            Consumer<String> onPick) {
        this.visit = visit;
        this.protocol = protocol;
        this.decisions = decisions;
        this.onDecided = onDecided;
        this.onPick = onPick;
        addClassName("plan");
        var heading = new H2(getTranslation("session.plan.title", clientName));
        heading.addClassName("private");
        heading.setId("pl");
        getElement().setAttribute("aria-labelledby", "pl");
        var follows = new Span(getTranslation("session.plan.follows"));
        follows.addClassName("eyebrow");
        var head = new Div(heading, follows);
        head.addClassName("head");
        counts.getElement().setAttribute("role", "status");
        body.addClassName("plan-body");
        body.getElement().setAttribute("tabindex", "0");
        body.getElement().setAttribute("role", "group");
        body.getElement().setAttribute("aria-label", getTranslation("session.plan.items"));
        pick.setLabel(getTranslation("session.plan.pick"));
        pick.setPlaceholder(getTranslation("session.plan.pick.placeholder"));
        pick.setItemLabelGenerator(CatalogueItem::title);
        pick.setWidthFull();
        pick.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                var code = event.getValue().code();
                pick.clear();
                this.onPick.accept(code);
            }
        });
        add(new Header(head, counts), body);
    }

    /** Says first what has become different because intake changed meanwhile; nothing takes it away again. */
    void showChanged(List<PlanDifference.Change> differences) {
        changed = List.copyOf(differences);
        refresh();
    }

    void show(Preview preview) {
        if (preview.equals(shown)) {
            return;
        }
        shown = preview;
        refresh();
    }

    /** Something that is to be decided, brought into sight. */
    void reveal(String item) {
        body.getElement().executeJs(NoteKeeper.REVEAL, "decision/" + item);
    }

    private void redecide() {
        refresh();
        onDecided.run();
    }

    private void refresh() {
        if (shown == null) {
            return;
        }
        var preview = shown;
        var plan = preview.plan();
        int version = plan.protocol().version();
        var rows = new PlanRows(version, code -> preview.titles().getOrDefault(code, code), decisions, this::redecide);
        var open = decisions.open(plan);
        counts.setText(getTranslation(
                open.isEmpty() ? "session.plan.counts" : "session.plan.counts.open",
                plan.offered().size(),
                open.size(),
                plan.withheld().size(),
                version));

        body.removeAll();
        if (!changed.isEmpty()) {
            body.add(new ChangedPlan(changed, preview.titles()));
        }
        if (!plan.protocol().approved()) {
            body.add(unapproved());
        }
        open.stream().map(rows::open).forEach(body::add);
        section(
                "session.plan.specific",
                specific(preview, false).stream()
                        .map(item -> rows.offered(
                                item,
                                plan.offered().indexOf(item),
                                plan.offered().size()))
                        .toList());
        section("session.plan.decided", decided(plan, rows));
        section(
                "session.plan.basics",
                specific(preview, true).stream()
                        .map(item -> rows.offered(
                                item,
                                plan.offered().indexOf(item),
                                plan.offered().size()))
                        .toList());
        section("session.plan.later", plan.later().stream().map(rows::later).toList());
        body.add(pick);
        offerPicks(plan);
        section(
                "session.plan.withheld",
                plan.withheld().stream().map(rows::withheld).toList());
        section("session.plan.next", next(plan));
        section("session.plan.prompts", prompts(plan));
    }

    private void section(String heading, List<? extends Component> rows) {
        if (!rows.isEmpty()) {
            body.add(new H3(getTranslation(heading)));
            rows.forEach(body::add);
        }
    }

    /** What is offered, in the order in which the client will read it; what is left out stays where it was. */
    private List<PlanResult.PlanItem> specific(Preview preview, boolean basic) {
        var order = preview.decided().offered().stream()
                .map(PlanResult.PlanItem::item)
                .toList();
        var offered = preview.plan().offered();
        return offered.stream()
                .filter(item -> basic
                        == protocol.item(item.item()).map(CatalogueItem::basic).orElse(false))
                .sorted(Comparator.comparingInt(
                        item -> order.contains(item.item()) ? order.indexOf(item.item()) : offered.indexOf(item)))
                .toList();
    }

    private List<Component> decided(PlanResult plan, PlanRows rows) {
        var decided = new ArrayList<Component>();
        for (var item : plan.review()) {
            decisions.of(item.item()).map(Decision::kind).ifPresent(kind -> decided.add(rows.decided(item, kind)));
        }
        return decided;
    }

    private void offerPicks(PlanResult plan) {
        var named = new ArrayList<String>();
        plan.offered().forEach(item -> named.add(item.item()));
        plan.later().forEach(item -> named.add(item.item()));
        plan.review().forEach(item -> named.add(item.item()));
        plan.withheld().forEach(item -> named.add(item.item()));
        pick.setItems(protocol.items().stream()
                .filter(CatalogueItem::switchedOn)
                .filter(item -> !named.contains(item.code()))
                .toList());
    }

    private List<Component> next(PlanResult plan) {
        var words = new DayWords(visit.zone(), getLocale());
        var times = plan.checkIns().stream()
                .map((Duration after) -> visit.slot().end().plus(after))
                .map(at -> words.shortDay(at) + " " + words.time(at))
                .collect(Collectors.joining(", "));
        return times.isEmpty() ? List.of() : List.of(line(Glyph.CLOCK, getTranslation("session.plan.asks", times)));
    }

    private List<Component> prompts(PlanResult plan) {
        return plan.prompts().stream()
                .<Component>map(prompt -> {
                    var line = line(
                            Glyph.REVIEW, protocol.promptText(prompt.prompt()).orElse(prompt.prompt()));
                    line.add(new Span(), WhyDetails.because(prompt.because()));
                    return line;
                })
                .toList();
    }

    private Div unapproved() {
        var notice = new Div(Glyph.SHIELD.icon(), new Span(getTranslation("session.plan.unapproved")));
        notice.addClassNames("notice", "warn");
        return notice;
    }

    private static Div line(Glyph glyph, String text) {
        var line = new Div(glyph.icon(), new Span(text));
        line.addClassNames("after", "private");
        return line;
    }
}
