package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.ProtocolInfo;
import app.afterwell.aftercare.protocol.ProtocolLinter.Level;
import app.afterwell.aftercare.protocol.ProtocolLinter.LintFinding;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.components.TextEditor;
import app.afterwell.webui.shell.LiveUpdates;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a draft, kept as one types, with what the linter finds beside it. */
class DraftPanel extends Div {

    private static final Pattern ITEM = Pattern.compile("^  - item: (\\S+)", Pattern.MULTILINE);

    private final transient Page page;
    private final transient ProtocolDrafts drafts;
    private final transient LiveUpdates live;
    private final transient Clock clock;
    private final transient Runnable onSaved;
    private final TextEditor editor;
    private final Span state = new Span();
    private final Div told = new Div();
    private final Section problems = new Section();
    private final ComboBox<Place> jump = new ComboBox<>();
    private transient ProtocolInfo kept;

    /** Whether somebody has to choose between two texts. */
    private boolean undecided;

    /** An item and the line on which it begins. */
    private record Place(String item, int line) {}

    /** @param onSaved told whenever a new text is kept */
    DraftPanel(Page page, ProtocolDrafts drafts, LiveUpdates live, Clock clock, Runnable onSaved) {
        this.page = page;
        this.drafts = drafts;
        this.live = live;
        this.clock = clock;
        this.onSaved = onSaved;
        kept = page.shown();
        addClassNames("panel", "draft");
        editor = new TextEditor(text("draft.label", Page.name(kept)), !page.isWritable());
        editor.setText(drafts.text(kept.number()));
        editor.addTextListener(event -> save(event.text(), kept.contentHash()));
        editor.addTypingListener(event -> state.setText(text("draft.typing")));
        state.getElement().setAttribute("role", "status");
        state.addClassName("muted");
        state.setText(text("draft.saved", page.when(kept.editedAt()), kept.lastEditor()));
        told.getElement().setAttribute("role", "alert");

        jump.setLabel(text("draft.jump"));
        jump.setItemLabelGenerator(Place::item);
        jump.addClassName("draft-jump");
        jump.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                editor.goTo(event.getValue().line());
            }
        });
        var bar = new Div(jump, state);
        bar.addClassName("draft-bar");
        if (page.isWritable()) {
            var discard = new Button(text("draft.discard"), click -> discard());
            discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            bar.add(discard);
        }
        problems.addClassName("proof");
        var left = new Div(bar, told, editor);
        left.addClassName("draft-text");
        add(left, problems);
        lint();
        String item = page.also().getOrDefault("item", "");
        jump.getListDataView()
                .getItems()
                .filter(place -> place.item().equals(item))
                .findFirst()
                .ifPresent(jump::setValue);
        String line = page.also().getOrDefault("line", "");
        if (line.matches("\\d{1,6}")) {
            editor.goTo(Integer.parseInt(line));
        }
        live.subscribe(this, topic(), topic -> look());
    }

    private String topic() {
        return "protocol:" + kept.number();
    }

    /** Keeps what was typed, if nobody else has written since {@code hash}. */
    private void save(String typed, String hash) {
        try {
            kept = drafts.save(kept.number(), hash, typed);
            editor.acknowledge(typed);
            told.removeAll();
            undecided = false;
            state.setText(text("draft.saved", page.when(clock.instant()), kept.lastEditor()));
            lint();
            live.announce(topic());
            onSaved.run();
        } catch (ConflictException e) {
            if (e.code().equals("stale-version")) {
                stale(typed);
            } else {
                Says.problem(this, e.code(), e.getMessage());
            }
        } catch (UnacceptableException e) {
            state.setText(text("draft.not-saved"));
            Says.problem(this, e.code(), e.getMessage());
        }
    }

    /** Two people write one draft: the later one is told, and decides what becomes of the two texts. */
    private void stale(String typed) {
        var theirs = drafts.info(kept.number());
        state.setText(text("draft.not-saved"));
        told.removeAll();
        undecided = true;
        var take = new Button(text("draft.stale.take"), click -> {
            kept = drafts.info(kept.number());
            editor.setText(drafts.text(kept.number()));
            told.removeAll();
            undecided = false;
            state.setText(text("draft.saved", page.when(kept.editedAt()), kept.lastEditor()));
            lint();
        });
        var keep = new Button(text("draft.stale.keep"), click -> save(typed, theirs.contentHash()));
        var row = new Div(take, keep);
        row.addClassName("row");
        told.add(Parts.notice(
                "warn",
                Glyph.CARE,
                new Span(text("draft.stale", theirs.lastEditor(), page.when(theirs.editedAt()))),
                row));
    }

    /** Somebody has kept a text, perhaps in another tab. */
    private void look() {
        ProtocolInfo now;
        try {
            now = drafts.info(kept.number());
        } catch (NotFoundException gone) {
            // The next thing that is done here says so.
            return;
        }
        // News that come late must not take the choice away.
        if (!undecided && !now.contentHash().equals(kept.contentHash())) {
            told.removeAll();
            var take = new Button(text("draft.stale.show"), click -> {
                kept = drafts.info(kept.number());
                editor.setText(drafts.text(kept.number()));
                told.removeAll();
                lint();
            });
            told.add(Parts.notice(
                    "warn",
                    Glyph.CARE,
                    new Span(text("draft.changed", now.lastEditor(), page.when(now.editedAt()))),
                    take));
        }
    }

    private void lint() {
        var found = drafts.lint(kept.number());
        editor.mark(found.stream()
                .filter(finding -> finding.line() > 0)
                .map(finding -> new TextEditor.Mark(finding.line(), finding.level() == Level.ERROR, finding.message()))
                .toList());
        problems.removeAll();
        long errors =
                found.stream().filter(finding -> finding.level() == Level.ERROR).count();
        var heading = new H2(text("lint"));
        var count = new Span(text(
                errors == 0 ? "lint.clean" : errors == 1 ? "lint.error" : "lint.errors",
                errors,
                found.size() - errors));
        count.getElement().setAttribute("role", "status");
        count.addClassName("lint-count");
        problems.add(heading, count);
        var list = new UnorderedList();
        list.addClassName("lint-list");
        found.stream()
                .sorted((one, other) -> one.level().compareTo(other.level()))
                .forEach(finding -> list.add(entry(finding)));
        problems.add(list);
        places();
    }

    private ListItem entry(LintFinding finding) {
        boolean error = finding.level() == Level.ERROR;
        var where = new NativeButton();
        where.add(
                (error ? Glyph.WITHHELD : Glyph.CARE).small(),
                new Span(finding.line() > 0 ? text("lint.line", finding.line()) : text("lint.whole")),
                new Span(finding.where()));
        where.addClassName("lint-where");
        where.getElement().setAttribute("type", "button");
        where.setEnabled(finding.line() > 0);
        where.addClickListener(click -> editor.goTo(finding.line()));
        var say = text("lint.say." + finding.code());
        var said = new Span(finding.message());
        var entry = new ListItem(where, said);
        if (!say.contains("lint.say.")) {
            var help = new Span(say);
            help.addClassName("muted");
            entry.add(help);
        }
        entry.addClassName(error ? "error" : "warn");
        return entry;
    }

    private void places() {
        var places = new ArrayList<Place>();
        String typed = editor.getText();
        var found = ITEM.matcher(typed);
        int line = 1;
        int at = 0;
        while (found.find()) {
            line += (int) typed.substring(at, found.start())
                    .chars()
                    .filter(letter -> letter == '\n')
                    .count();
            at = found.start();
            places.add(new Place(found.group(1), line));
        }
        jump.setItems(List.copyOf(places));
    }

    private void discard() {
        if (Says.problem(this, () -> drafts.discard(kept.number()))) {
            live.announce(topic());
            page.refresh().run();
        }
    }
}
