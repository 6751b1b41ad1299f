package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.PlanDifference.Said;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.ProtocolOverrides;
import app.afterwell.aftercare.protocol.ProtocolReplay;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Runs the shown version over the signed notes of the last months, and shows what would have been different. */
class ReplayPanel extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayPanel.class);
    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12, 24);
    private static final int USUAL_MONTHS = 3;

    private final transient Page page;
    private final transient ProtocolDrafts drafts;
    private final transient ProtocolOverrides visits;
    private final transient RuleNames rules;
    private final transient RuleWords words;
    private final transient Map<PractitionerId, String> names;
    private final transient Runnable onReplayed;
    private final Select<Integer> months = new Select<>();
    private final Button run = new Button();
    private final Button cancel = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final Span state = new Span();
    private final Div result = new Div();
    private transient @Nullable AtomicBoolean running;

    /** @param onReplayed told when a replay has ended */
    ReplayPanel(
            Page page,
            ProtocolDefinition written,
            ProtocolDrafts drafts,
            ProtocolOverrides visits,
            Map<PractitionerId, String> names,
            Runnable onReplayed) {
        this.page = page;
        this.drafts = drafts;
        this.visits = visits;
        this.names = names;
        this.onReplayed = onReplayed;
        rules = new RuleNames(written);
        words = new RuleWords(written);
        addClassName("panel");
        months.setLabel(text("replay.months"));
        months.setItems(MONTHS);
        months.setItemLabelGenerator(number -> text(number == 1 ? "period.month" : "period.months", number));
        months.setValue(USUAL_MONTHS);
        run.setText(text("replay.run"));
        run.addClickListener(click -> begin());
        cancel.setText(text("replay.cancel"));
        cancel.setVisible(false);
        cancel.addClickListener(click -> stop());
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", text("replay.progress"));
        state.getElement().setAttribute("role", "status");
        var bar = new Div(months, run, cancel, state);
        bar.addClassName("draft-bar");
        result.addClassName("stack");
        add(
                Parts.muted(text("replay.text", Page.name(page.shown()), Page.name(page.inForce()))),
                bar,
                progress,
                result);
        var last = drafts.trials(page.shown().number()).replayed();
        if (last != null) {
            state.setText(text("replay.last", page.when(last.at()), last.by(), last.notes(), last.changed()));
        } else if (drafts.notesToReplay(MONTHS.getLast()) == 0) {
            result.add(Parts.empty(text("replay.nothing"), text("replay.nothing.text")));
        }
    }

    private void begin() {
        var ui = UI.getCurrent();
        var goOn = new AtomicBoolean(true);
        running = goOn;
        int span = months.getValue() == null ? USUAL_MONTHS : months.getValue();
        int version = page.shown().number();
        long all = drafts.notesToReplay(span);
        result.removeAll();
        run.setEnabled(false);
        cancel.setVisible(true);
        progress.setVisible(true);
        progress.setMin(0);
        progress.setMax(Math.max(1, all));
        progress.setValue(0);
        state.setText(text("replay.running", 0, all));
        Thread.ofVirtual()
                .name("protocol-replay")
                .start(new DelegatingSecurityContextRunnable(() -> replay(ui, version, span, all, goOn)));
    }

    private void replay(UI ui, int version, int span, long all, AtomicBoolean goOn) {
        try {
            var report = drafts.replay(version, span, looked -> {
                access(ui, () -> {
                    progress.setValue(Math.min(all, looked));
                    state.setText(text("replay.running", looked, all));
                });
                return goOn.get();
            });
            access(ui, () -> show(report));
        } catch (RuntimeException e) {
            LOG.error("The replay of protocol {} broke off", version, e);
            access(ui, () -> {
                ended();
                state.setText(text("replay.broke"));
            });
        }
    }

    private static void access(UI ui, Runnable change) {
        try {
            ui.access(change::run);
        } catch (UIDetachedException e) {
            LOG.debug("Nobody looks at the replay any more", e);
        }
    }

    private void stop() {
        if (running != null) {
            running.set(false);
            state.setText(text("replay.cancelling"));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        stop();
    }

    private void ended() {
        running = null;
        run.setEnabled(true);
        cancel.setVisible(false);
        progress.setVisible(false);
    }

    private void show(ProtocolReplay.Report report) {
        ended();
        if (!report.complete()) {
            state.setText(text("replay.cancelled", report.notes()));
            return;
        }
        state.setText(text("replay.done", report.notes()));
        onReplayed.run();
        long bolder = report.counts().stream()
                .filter(ReplayPanel::isBolder)
                .mapToLong(ProtocolReplay.Count::notes)
                .sum();
        var numbers = new Div(
                number(report.notes() - report.changedNotes(), "replay.unchanged"),
                number(report.changedNotes(), "replay.changed"),
                number(bolder, "replay.bolder"));
        numbers.addClassName("result");
        result.add(numbers);
        result.add(Parts.notice(
                bolder == 0 ? "ok" : "warn",
                bolder == 0 ? Glyph.SHIELD : Glyph.CARE,
                new Span(text(bolder == 0 ? "replay.safe" : "replay.less-safe"))));
        if (!report.counts().isEmpty()) {
            result.add(Parts.table(
                    text("replay.counts"),
                    List.of(text("column.item"), text("column.change"), text("column.rule"), text("column.notes")),
                    report.counts().stream().map(this::count).toList()));
        }
        cases(report);
    }

    /** What safety held back, and would hold back no longer. */
    private static boolean isBolder(ProtocolReplay.Count count) {
        boolean held = count.before() == Said.WITHHELD || count.before() == Said.REVIEW;
        boolean through = count.after() == Said.OFFERED || count.after() == Said.LATER;
        return held && through || count.before() == Said.WITHHELD && count.after() == Said.REVIEW;
    }

    private static Div number(long number, String key) {
        var big = new Span(String.valueOf(number));
        big.addClassName("big");
        return new Div(big, new Span(text(key)));
    }

    private List<Component> count(ProtocolReplay.Count count) {
        var change = count.reworded()
                ? text("said.reworded", text("said." + count.after()))
                : text("said.change", text("said." + count.before()), text("said." + count.after()));
        return List.of(
                new Span(words.title(count.item())),
                isBolder(count) ? Parts.tag(change, "warn") : new Span(change),
                new Span(count.reason().isEmpty() ? "–" : rules.of(count.reason())),
                new Span(String.valueOf(count.notes())));
    }

    private void cases(ProtocolReplay.Report report) {
        if (!page.actor().clinicalLead()) {
            result.add(Parts.muted(text("replay.counts-only")));
            return;
        }
        if (report.cases().isEmpty()) {
            return;
        }
        Map<PlanId, ProtocolOverrides.ReplayedVisit> found =
                visits
                        .visits(report.cases().stream()
                                .map(ProtocolReplay.Case::plan)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(ProtocolOverrides.ReplayedVisit::plan, Function.identity()));
        var rows = report.cases().stream()
                .filter(each -> found.containsKey(each.plan()))
                .map(each -> {
                    var visit = Objects.requireNonNull(found.get(each.plan()));
                    var changes = new Div();
                    changes.addClassNames("minded", "private");
                    each.changes()
                            .forEach(change -> changes.add(new Span(words.title(change.item())
                                    + (change.area() == null ? "" : ", " + Vocabulary.area(change.area())) + ": "
                                    + (change.reworded()
                                            ? text("said.reworded", text("said." + change.after()))
                                            : text(
                                                    "said.change",
                                                    text("said." + change.before()),
                                                    text("said." + change.after()))))));
                    return List.<Component>of(
                            new Anchor("sessions/" + visit.appointment(), page.when(visit.start())),
                            new Span(names.getOrDefault(visit.practitioner(), text("somebody"))),
                            changes);
                })
                .toList();
        result.add(Parts.section(
                text("replay.cases"),
                Parts.muted(text("replay.cases.text", rows.size(), report.changedNotes())),
                Parts.table(
                        text("replay.cases"),
                        List.of(text("column.visit"), text("column.therapist"), text("column.change")),
                        rows)));
    }
}
