package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.Evidence;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.ProtocolFormatException;
import app.afterwell.aftercare.protocol.ProtocolInfo;
import app.afterwell.aftercare.protocol.ProtocolLinter.Level;
import app.afterwell.aftercare.protocol.ProtocolLinter.LintFinding;
import app.afterwell.aftercare.protocol.ProtocolReader;
import app.afterwell.aftercare.protocol.ProtocolSource;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Region;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.components.Vocabulary;
import app.afterwell.webui.shell.LiveUpdates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One item of a draft as a form: its rules row by row, and its texts. What is changed is written into the draft's text at
 * its place, so that form and text are two views of one thing.
 */
class ItemEditor extends Div {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_UNDO = 50;
    private static final int LAST_DAY = 28;
    private static final int MOST_MINUTES = 60;

    private final transient Page page;
    private final transient ProtocolDrafts drafts;
    private final transient ProtocolDefinition inForce;
    private final transient LiveUpdates live;
    private final transient Clock clock;
    private final transient Runnable onSaved;
    private final String code;
    private final transient Deque<String> before = new ArrayDeque<>();
    private final transient Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Span state = new Span();
    private final Button undo = new Button();
    private final Div told = new Div();
    private final H2 title = new H2();
    private final UnorderedList rules = new UnorderedList();
    private final Div newRow = new Div();
    private final Div steps = new Div();
    private final Div form = new Div();
    private final Section proof = new Section();
    private transient ProtocolInfo kept;
    private transient ProtocolSource source;
    private transient ProtocolDefinition written;

    /** @param onSaved told whenever a new text is kept */
    ItemEditor(
            Page page,
            ProtocolDrafts drafts,
            ProtocolDefinition written,
            ProtocolDefinition inForce,
            String code,
            LiveUpdates live,
            Clock clock,
            Runnable onSaved) {
        this.page = page;
        this.drafts = drafts;
        this.written = written;
        this.inForce = inForce;
        this.code = code;
        this.live = live;
        this.clock = clock;
        this.onSaved = onSaved;
        kept = page.shown();
        source = ProtocolSource.of(drafts.text(kept.number()));
        addClassName("item-editor");
        title.addClassName("title");
        state.getElement().setAttribute("role", "status");
        state.addClassName("muted");
        state.setText(text("draft.saved", page.when(kept.editedAt()), kept.lastEditor()));
        told.getElement().setAttribute("role", "alert");
        undo.setText(text("form.undo"));
        undo.setIcon(Glyph.UNDO.icon());
        undo.addClickListener(click -> takeBack());
        rules.addClassNames("rulebook", "editable");
        steps.addClassName("step-list");
        form.addClassName("stack");
        var bar = new Div(
                state,
                undo,
                Parts.button(Page.to(Page.Tab.DRAFT, kept.number(), "item", code), text("form.as-text"), false));
        bar.addClassName("item-editor-bar");
        var head = new Div(title, Parts.muted(code));
        var addOffer = new Button(text("form.row.offer"), Glyph.PLUS.icon(), click -> openNew(true));
        var addSafety = new Button(text("form.row.safety"), Glyph.PLUS.icon(), click -> openNew(false));
        var more = new Div(addSafety, addOffer);
        more.addClassName("row");
        var edit = new Div(
                new Div(head, bar, told),
                Parts.section(text("rules"), rules, newRow, more, Parts.muted(text("rules.lattice"))),
                form);
        edit.addClassName("edit");
        proof.addClassName("proof");
        add(edit, proof);
        show();
        live.subscribe(this, topic(), topic -> look());
    }

    private String topic() {
        return "protocol:" + kept.number();
    }

    private Item item() {
        return written.items().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code + " is no longer in the draft"));
    }

    /** Where the item stands in a text. */
    private String here(ProtocolSource text) {
        return text.item(code).orElseThrow(() -> new IllegalStateException(code + " is no longer in the draft"));
    }

    private JsonNode now(String part) {
        return source.at(here(source) + "/" + part);
    }

    private Set<String> groups() {
        var groups = new LinkedHashSet<String>();
        source.at("/groups").properties().forEach(group -> groups.add(group.getKey()));
        return groups;
    }

    // ------------------------------------------------------------------ keeping

    /** Writes one change into the text and keeps it. False if something stood in its way, which is then said. */
    private boolean change(Function<ProtocolSource, String> edit) {
        try {
            String after = edit.apply(source);
            if (after.equals(source.text())) {
                return true;
            }
            return keep(after, true);
        } catch (ProtocolSource.UnwritableException e) {
            Says.problem(this, "protocol-text-only", text("form.text-only"));
        } catch (ConflictException e) {
            if (!e.code().equals("stale-version")) {
                Says.problem(this, e.code(), e.getMessage());
            } else {
                return merge(edit);
            }
        } catch (UnacceptableException e) {
            Says.problem(this, e.code(), e.getMessage());
        }
        return false;
    }

    private boolean keep(String after, boolean undoable) {
        ProtocolDefinition read;
        try {
            read = ProtocolReader.read("draft", after).withVersion(kept.number());
        } catch (ProtocolFormatException e) {
            state.setText(text("draft.not-saved"));
            Says.problem(this, "protocol-form", e.problems().getFirst().reason());
            return false;
        }
        String last = source.text();
        kept = drafts.save(kept.number(), kept.contentHash(), after);
        if (undoable) {
            before.push(last);
            if (before.size() > MOST_UNDO) {
                before.removeLast();
            }
        }
        source = ProtocolSource.of(after);
        written = read;
        told.removeAll();
        state.setText(text("draft.saved", page.when(clock.instant()), kept.lastEditor()));
        look(read);
        live.announce(topic());
        onSaved.run();
        return true;
    }

    /** Somebody else has written meanwhile: elsewhere, then both changes stay; here, then a person decides. */
    private boolean merge(Function<ProtocolSource, String> edit) {
        var theirs = ProtocolSource.of(drafts.text(kept.number()));
        var info = drafts.info(kept.number());
        boolean untouched = theirs.item(code).isPresent()
                && theirs.at(here(theirs)).equals(source.at(here(source)))
                && theirs.at("/safety-sets").equals(source.at("/safety-sets"));
        if (untouched) {
            kept = info;
            source = theirs;
            before.clear();
            Says.done(text("form.merged", info.lastEditor()));
            return change(edit);
        }
        state.setText(text("draft.not-saved"));
        told.removeAll();
        told.add(Parts.notice(
                "warn",
                Glyph.CARE,
                new Span(text("draft.stale", info.lastEditor(), page.when(info.editedAt()))),
                new Button(text("draft.stale.take"), click -> page.refresh().run())));
        return false;
    }

    private void takeBack() {
        if (before.isEmpty()) {
            return;
        }
        String last = before.pop();
        try {
            if (keep(last, false)) {
                show();
            }
        } catch (ConflictException e) {
            Says.problem(this, e.code(), e.getMessage());
            page.refresh().run();
        }
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
        if (!now.contentHash().equals(kept.contentHash())
                && told.getChildren().findAny().isEmpty()) {
            told.add(Parts.notice(
                    "warn",
                    Glyph.CARE,
                    new Span(text("draft.changed", now.lastEditor(), page.when(now.editedAt()))),
                    new Button(text("draft.stale.show"), click -> page.refresh().run())));
        }
    }

    // ------------------------------------------------------------------ showing

    private void show() {
        fields.clear();
        newRow.removeAll();
        showRules();
        form.removeAll();
        form.add(Parts.section(text("client-reads"), reads(), steps), plan(), forTherapist());
        showSteps();
        look(written);
    }

    /** What follows from a text: problems at their fields, differences, what can be taken back. */
    private void look(ProtocolDefinition now) {
        title.setText(item().title());
        undo.setEnabled(!before.isEmpty());
        var found = drafts.lint(kept.number());
        fields.forEach((part, field) -> {
            var wrong = at(found, here(source) + "/" + part).stream()
                    .filter(finding -> finding.level() == Level.ERROR)
                    .findFirst();
            field.setErrorMessage(wrong.map(ItemEditor::words).orElse(""));
            field.setInvalid(wrong.isPresent());
        });
        proof.removeAll();
        var changes = ProtocolText.between(inForce, now).stream()
                .filter(difference -> difference.subject().equals(code))
                .findFirst();
        proof.add(new H2(text("form.changes", Page.name(page.inForce()))));
        proof.add(
                changes.isPresent()
                        ? DifferencePanel.list(changes.get().changes())
                        : Parts.muted(text("form.changes.none")));
        proof.add(new H2(text("lint")));
        var list = new UnorderedList();
        list.addClassName("lint-list");
        here(found).forEach(finding -> list.add(said(finding)));
        long elsewhere =
                found.stream().filter(finding -> finding.level() == Level.ERROR).count()
                        - here(found).stream()
                                .filter(finding -> finding.level() == Level.ERROR)
                                .count();
        if (here(found).isEmpty()) {
            proof.add(Parts.muted(text("form.lint.none")));
        }
        proof.add(list);
        if (elsewhere > 0) {
            proof.add(Parts.button(page.to(Page.Tab.DRAFT), text("form.lint.elsewhere", elsewhere), false));
        }
    }

    /** What the linter finds in this item; of a shared row, what it finds for this item. */
    private List<LintFinding> here(List<LintFinding> found) {
        String place = here(source);
        return found.stream()
                .filter(finding -> isAbout(finding) || isIn(finding, place))
                .distinct()
                .toList();
    }

    private boolean isAbout(LintFinding finding) {
        return finding.where().equals(code) || finding.where().startsWith(code + ".");
    }

    private List<LintFinding> at(List<LintFinding> found, String pointer) {
        return source.at(pointer).isMissingNode()
                ? List.of()
                : found.stream().filter(finding -> isIn(finding, pointer)).toList();
    }

    private boolean isIn(LintFinding finding, String pointer) {
        return finding.line() >= source.firstLine(pointer) && finding.line() <= source.lastLine(pointer);
    }

    private static String words(LintFinding finding) {
        return finding.message();
    }

    private ListItem said(LintFinding finding) {
        boolean error = finding.level() == Level.ERROR;
        var line = new Div((error ? Glyph.WITHHELD : Glyph.CARE).small(), new Span(finding.message()));
        line.addClassName("lint-said");
        var entry = new ListItem(line);
        String help = text("lint.say." + finding.code());
        if (!help.contains("lint.say.")) {
            entry.add(Parts.muted(help));
        }
        entry.addClassName(error ? "error" : "warn");
        return entry;
    }

    // ------------------------------------------------------------------ rules

    private void showRules() {
        rules.removeAll();
        var found = drafts.lint(kept.number());
        var words = new RuleWords(written);
        Item item = item();
        JsonNode offers = now("offer");
        if (offers.isMissingNode()) {
            rules.add(line(Glyph.CONFIRMED, "verb.OFFER", "", new Sentence().text(text("only-picked")), "v-offer"));
        }
        for (int i = 0; i < offers.size(); i++) {
            String rule = offers.get(i).path("rule").asString("");
            int index = i;
            item.offers().stream()
                    .filter(offer -> offer.rule().equals(rule))
                    .findFirst()
                    .ifPresent(offer -> {
                        var entry = line(Glyph.CONFIRMED, "verb.OFFER", "", words.when(offer.when()), "v-offer");
                        row(entry, source -> here(source) + "/offer", index, true, rule, found);
                        rules.add(entry);
                    });
        }
        JsonNode safety = now("safety");
        for (int i = 0; i < safety.size(); i++) {
            if (safety.get(i).has("use")) {
                shared(i, safety.get(i).get("use").asString(), item, words, found);
            } else {
                safety(source -> here(source) + "/safety", i, safety.get(i), item, words, found);
            }
        }
    }

    private void shared(int at, String set, Item item, RuleWords words, List<LintFinding> found) {
        var own = new Button(text("form.shared.own"), click -> {
            if (change(text -> text.rows(here(text) + "/safety", unshared(text, at, set)))) {
                showRules();
            }
        });
        own.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        own.setTooltipText(text("form.shared.own.help"));
        var head = new ListItem(new Span(text("form.shared", set, source.uses(set))), own);
        head.addClassName("shared-head");
        rules.add(head);
        JsonNode rows = source.at("/safety-sets/" + set);
        for (int i = 0; i < rows.size(); i++) {
            safety(source -> "/safety-sets/" + set, i, rows.get(i), item, words, found);
        }
    }

    /** The shared rows as rows of this item alone. */
    private List<ProtocolSource.Row> unshared(ProtocolSource text, int at, String set) {
        var rows = new ArrayList<ProtocolSource.Row>();
        for (ProtocolSource.Row row : same(text.at(here(text) + "/safety"))) {
            if (row.from() == at) {
                text.at("/safety-sets/" + set).forEach(shared -> rows.add(new ProtocolSource.Row(-1, shared)));
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    private void safety(
            Function<ProtocolSource, String> list,
            int index,
            JsonNode row,
            Item item,
            RuleWords words,
            List<LintFinding> found) {
        String rule = row.path("rule").asString("");
        item.safety().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .ifPresent(said -> {
                    var glyph = switch (said.effect()) {
                        case WITHHOLD -> Glyph.WITHHELD;
                        case REVIEW -> Glyph.REVIEW;
                        case MODIFY -> Glyph.PENCIL;
                    };
                    String style = switch (said.effect()) {
                        case WITHHOLD -> "v-withhold";
                        case REVIEW -> "v-review";
                        case MODIFY -> "v-modify";
                    };
                    var entry = line(
                            glyph, "verb." + said.effect(), words.strength(item, said), words.when(said.when()), style);
                    var more = new Div();
                    more.addClassName("rule-more");
                    if (said.dose() != null) {
                        more.add(new Span(text("modify.dose", said.dose())));
                    }
                    said.add().forEach(step -> more.add(new Span(text("modify.add", step))));
                    if (more.getChildren().findAny().isPresent()) {
                        entry.add(more);
                    }
                    row(entry, list, index, false, rule, found);
                    rules.add(entry);
                });
    }

    private static ListItem line(Glyph glyph, String verb, String strength, Sentence said, String style) {
        var name = new Div(new Span(text(verb)));
        if (!strength.isEmpty()) {
            var small = new Span(strength);
            small.addClassName("small");
            name.add(small);
        }
        var left = new Div(glyph.icon(), name);
        left.addClassName("verb");
        var entry = new ListItem(left, said.shown());
        entry.addClassName(style);
        return entry;
    }

    /** What can be done with a row, and what is wrong with it. */
    private void row(
            ListItem entry,
            Function<ProtocolSource, String> list,
            int index,
            boolean offers,
            String rule,
            List<LintFinding> found) {
        String name = rule.replace('-', ' ');
        var edit = new Button(Glyph.PENCIL.icon());
        edit.setAriaLabel(text("form.row.edit", name));
        edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        edit.addClickListener(click -> open(entry, list, index, offers));
        var remove = new Button(Glyph.X.icon());
        remove.setAriaLabel(text("form.row.remove", name));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.addClickListener(click -> remove(entry, list, index));
        var actions = new Div(edit, remove);
        actions.addClassName("row-actions");
        entry.add(actions);
        at(found, list.apply(source) + "/" + index).stream()
                .filter(finding -> finding.level() == Level.ERROR && isAbout(finding))
                .forEach(finding -> {
                    var wrong = new Span(finding.message());
                    wrong.addClassName("row-wrong");
                    entry.add(wrong);
                });
    }

    private void open(ListItem entry, Function<ProtocolSource, String> list, int index, boolean offers) {
        JsonNode row = source.at(list.apply(source)).path(index);
        var opened = new RowForm(
                written,
                groups(),
                offers,
                row,
                said -> {
                    if (change(text -> {
                        var rows = same(text.at(list.apply(text)));
                        rows.set(index, new ProtocolSource.Row(index, said));
                        return text.rows(list.apply(text), rows);
                    })) {
                        showRules();
                    }
                },
                this::showRules);
        entry.removeAll();
        entry.addClassName("open");
        if (!list.apply(source).startsWith("/items/")) {
            String set = list.apply(source).substring("/safety-sets/".length());
            opened.addComponentAsFirst(
                    Parts.notice("warn", Glyph.CARE, new Span(text("form.shared.warn", source.uses(set)))));
        }
        entry.add(opened);
        opened.focusFirst();
    }

    private void remove(ListItem entry, Function<ProtocolSource, String> list, int index) {
        String pointer = list.apply(source);
        boolean last = !pointer.endsWith("/offer") && source.at(pointer).size() == 1;
        if (last && pointer.startsWith("/items/")) {
            askWhyNone(entry);
        } else if (last) {
            Says.problem(this, "protocol-form", text("form.shared.last"));
        } else if (change(text -> {
            var rows = same(text.at(list.apply(text)));
            rows.remove(index);
            return text.rows(list.apply(text), rows);
        })) {
            showRules();
            Says.done(text("form.row.removed"));
        }
    }

    /** An item without safety rows says why it needs none. */
    private void askWhyNone(ListItem entry) {
        var why = new TextField(text("form.none"));
        why.setWidthFull();
        var keep = new Button(text("form.row.remove.last"), click -> {
            if (why.getValue().isBlank()) {
                why.setErrorMessage(text("form.missing"));
                why.setInvalid(true);
            } else if (change(text -> {
                var without = ProtocolSource.of(text.set(
                        here(text) + "/no-safety-rows",
                        JSON.stringNode(why.getValue().strip())));
                return without.remove(here(without) + "/safety");
            })) {
                show();
            }
        });
        var cancel = new Button(text("cancel"), click -> showRules());
        var actions = new Div(keep, cancel);
        actions.addClassName("row");
        var ask = new Div(why, actions);
        ask.addClassName("row-form");
        entry.removeAll();
        entry.addClassName("open");
        entry.add(ask);
        why.focus();
    }

    private void openNew(boolean offers) {
        newRow.removeAll();
        var opened = new RowForm(
                written,
                groups(),
                offers,
                null,
                said -> {
                    if (change(text -> added(text, offers ? "offer" : "safety", said))) {
                        show();
                    }
                },
                newRow::removeAll);
        newRow.add(opened);
        opened.focusFirst();
    }

    private String added(ProtocolSource text, String part, JsonNode row) {
        var from = part.equals("safety") ? ProtocolSource.of(text.remove(here(text) + "/no-safety-rows")) : text;
        String list = here(from) + "/" + part;
        if (from.at(list).isMissingNode()) {
            return from.set(list, JSON.arrayNode().add(row));
        }
        var rows = same(from.at(list));
        rows.add(new ProtocolSource.Row(-1, row));
        return from.rows(list, rows);
    }

    private static List<ProtocolSource.Row> same(JsonNode list) {
        var rows = new ArrayList<ProtocolSource.Row>();
        for (int i = 0; i < list.size(); i++) {
            rows.add(new ProtocolSource.Row(i, null));
        }
        return rows;
    }

    // ------------------------------------------------------------------ what the client reads

    private Div reads() {
        var name = new TextField(text("part.title"));
        name.setValue(item().title());
        name.addValueChangeListener(event -> required("title", name, event.getValue()));
        fields.put("title", name);
        var dose = new TextArea(text("part.dose"));
        dose.setValue(item().dose());
        dose.addValueChangeListener(event -> required("dose", dose, event.getValue()));
        fields.put("dose", dose);
        var both = new Div(name, dose);
        both.addClassName("stack");
        return both;
    }

    private void required(String part, HasValidation field, String value) {
        if (value.isBlank()) {
            field.setErrorMessage(text("form.missing"));
            field.setInvalid(true);
        } else {
            set(part, JSON.stringNode(value.strip().replaceAll("\\s*\\R\\s*", " ")));
        }
    }

    private void set(String part, @Nullable JsonNode value) {
        change(text -> value == null ? text.remove(here(text) + "/" + part) : text.set(here(text) + "/" + part, value));
    }

    private void showSteps() {
        steps.removeAll();
        fields.keySet().removeIf(part -> part.startsWith("steps/"));
        JsonNode now = now("steps");
        for (int i = 0; i < now.size(); i++) {
            steps.add(step(i, now.get(i), now.size()));
        }
        var more = new Button(text("form.step.add"), Glyph.PLUS.icon(), click -> {
            var fresh = new TextArea(text("part.step", now("steps").size() + 1));
            fresh.setWidthFull();
            fresh.addValueChangeListener(event -> {
                if (!event.getValue().isBlank()) {
                    var rows = same(now("steps"));
                    rows.add(new ProtocolSource.Row(
                            -1, JSON.stringNode(event.getValue().strip())));
                    steps(rows);
                }
            });
            steps.addComponentAtIndex(steps.getComponentCount() - 1, fresh);
            fresh.focus();
        });
        steps.addComponentAtIndex(now.size(), more);
        look(written);
    }

    private Div step(int index, JsonNode said, int count) {
        String sentence = said.isObject() ? said.path("say").asString("") : said.asString("");
        var field = new TextArea(text("part.step", index + 1));
        field.setWidthFull();
        field.setValue(sentence);
        field.addValueChangeListener(event -> {
            if (event.getValue().isBlank()) {
                field.setErrorMessage(text("form.missing"));
                field.setInvalid(true);
            } else {
                var text = JSON.stringNode(event.getValue().strip().replaceAll("\\s*\\R\\s*", " "));
                String part = said.isObject() ? "steps/" + index + "/say" : "steps/" + index;
                set(part, text);
            }
        });
        fields.put(said.isObject() ? "steps/" + index + "/say" : "steps/" + index, field);
        var actions = new Div();
        actions.addClassName("row-actions");
        actions.add(button(Glyph.DOWN, "form.step.down", index + 1, index + 1 < count, () -> move(index, index + 1)));
        var up = button(Glyph.DOWN, "form.step.up", index + 1, index > 0, () -> move(index, index - 1));
        up.addClassName("turned");
        actions.addComponentAsFirst(up);
        actions.add(button(Glyph.X, "form.step.remove", index + 1, count > 1, () -> {
            var rows = same(now("steps"));
            rows.remove(index);
            steps(rows);
        }));
        var only = new Div();
        only.addClassName("step-when");
        var step = new Div(field, actions, only);
        step.addClassName("step");
        when(only, index, said);
        return step;
    }

    /** When a step is told; always, if nothing is said. */
    private void when(Div only, int index, JsonNode said) {
        only.removeAll();
        var written = item().steps().get(index).when();
        if (written != null) {
            only.add(new Span(text("only", new RuleWords(this.written).when(written))));
        }
        var edit = new Button(
                text(written == null ? "form.step.when" : "form.step.when.edit"), click -> openWhen(only, index, said));
        edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        edit.setAriaLabel(text("form.step.when.of", index + 1));
        only.add(edit);
        if (written != null) {
            var always = new Button(text("form.step.always"), click -> {
                var rows = same(now("steps"));
                rows.set(index, new ProtocolSource.Row(index, now("steps/" + index + "/say")));
                steps(rows);
            });
            always.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            only.add(always);
        }
    }

    private void openWhen(Div only, int index, JsonNode said) {
        only.removeAll();
        var condition = new ConditionForm(written, groups(), said.isObject() ? said.get("when") : null);
        var keep = new Button(
                text("form.keep"),
                click -> condition.read().ifPresent(term -> {
                    JsonNode now = now("steps/" + index);
                    var value = JSON.objectNode();
                    value.set("when", term);
                    value.set("say", now.isObject() ? now.get("say") : now);
                    var rows = same(now("steps"));
                    rows.set(index, new ProtocolSource.Row(index, value));
                    steps(rows);
                }));
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Button(text("cancel"), click -> when(only, index, said));
        var actions = new Div(keep, cancel);
        actions.addClassName("row");
        var opened = new Div(condition, actions);
        opened.addClassName("row-form");
        only.add(opened);
    }

    private static Button button(Glyph glyph, String key, int number, boolean enabled, Runnable action) {
        var button = new Button(glyph.icon(), click -> action.run());
        button.setAriaLabel(text(key, number));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setEnabled(enabled);
        return button;
    }

    private void move(int from, int to) {
        var rows = same(now("steps"));
        rows.add(to, rows.remove(from));
        steps(rows);
    }

    private void steps(List<ProtocolSource.Row> rows) {
        if (change(text -> text.rows(here(text) + "/steps", rows))) {
            showSteps();
        }
    }

    // ------------------------------------------------------------------ its place in the plan

    private Section plan() {
        var item = item();
        var on = new Checkbox(text("switched.on"), item.switchedOn());
        on.addValueChangeListener(event -> {
            if (!event.getValue() || !now("switched-on").isMissingNode()) {
                set("switched-on", JSON.booleanNode(event.getValue()));
            }
        });
        var minutes = new IntegerField(text("form.minutes"));
        minutes.setMin(0);
        minutes.setMax(MOST_MINUTES);
        minutes.setStepButtonsVisible(true);
        minutes.setValue(item.minutes());
        minutes.addValueChangeListener(event -> {
            if (event.getValue() != null && event.getValue() >= 0 && event.getValue() <= MOST_MINUTES) {
                set("minutes", JSON.numberNode(event.getValue()));
            }
        });
        var days = new MultiSelectComboBox<Integer>(text("part.days"));
        days.setItems(IntStream.rangeClosed(0, LAST_DAY).boxed().toList());
        days.setItemLabelGenerator(day -> text("form.day", day));
        days.setValue(new LinkedHashSet<>(item.days()));
        days.addValueChangeListener(event -> {
            days.setErrorMessage(text("form.missing"));
            days.setInvalid(event.getValue().isEmpty());
            if (!event.getValue().isEmpty()) {
                var list = JSON.arrayNode();
                event.getValue().stream().sorted().forEach(list::add);
                set("days", list);
            }
        });
        var together = new Div(minutes, days, regions(), sources(), evidence());
        together.addClassName("row-form-pair");
        var wide = new Checkbox(text("whole-body.safety"), item.wholeBodySafety());
        wide.addValueChangeListener(
                event -> set("whole-body-safety", event.getValue() ? JSON.booleanNode(true) : null));
        wide.setLabel(text("form.wide"));
        return Parts.section(text("form.plan"), on, together, wide);
    }

    private Component regions() {
        var all = Stream.concat(
                        groups().stream(), Arrays.stream(Region.values()).map(Enum::name))
                .toList();
        var where = new MultiSelectComboBox<String>(text("part.regions"));
        where.setItems(all);
        where.setItemLabelGenerator(name -> name.equals(name.toUpperCase(java.util.Locale.ROOT))
                ? Vocabulary.of(Region.valueOf(name))
                : text("form.group", name.replace('-', ' ')));
        where.setHelperText(text("form.regions.help"));
        JsonNode now = now("regions");
        var everywhere = Arrays.stream(Region.values()).map(Enum::name).toList();
        where.setValue(ConditionForm.codesOf(now, now.asString("").equals("all") ? everywhere : all));
        where.addValueChangeListener(event -> {
            var chosen = event.getValue();
            if (chosen.isEmpty()) {
                set("regions", null);
            } else if (chosen.containsAll(everywhere)) {
                set("regions", JSON.stringNode("all"));
            } else {
                var list = JSON.arrayNode();
                all.stream().filter(chosen::contains).forEach(list::add);
                set("regions", list);
            }
        });
        return where;
    }

    private Component sources() {
        var sources = new MultiSelectComboBox<String>(text("form.sources"));
        sources.setItems(written.sources().keySet());
        sources.setItemLabelGenerator(key -> key + ": " + written.sources().getOrDefault(key, ""));
        sources.setValue(new LinkedHashSet<>(item().sources()));
        sources.addValueChangeListener(event -> {
            sources.setErrorMessage(text("form.missing"));
            sources.setInvalid(event.getValue().isEmpty());
            if (!event.getValue().isEmpty()) {
                var list = JSON.arrayNode();
                written.sources().keySet().stream()
                        .filter(event.getValue()::contains)
                        .forEach(list::add);
                set("sources", list);
            }
        });
        return sources;
    }

    private Component evidence() {
        var evidence = new Select<Evidence>();
        evidence.setLabel(text("form.evidence"));
        evidence.setItems(Evidence.values());
        evidence.setItemLabelGenerator(Vocabulary::of);
        evidence.setValue(item().evidence());
        evidence.addValueChangeListener(
                event -> set("evidence", JSON.stringNode(event.getValue().name())));
        return evidence;
    }

    private Section forTherapist() {
        var background = new TextArea(text("form.background"));
        background.setWidthFull();
        String now = item().background();
        background.setValue(now == null ? "" : now);
        background.addValueChangeListener(event -> set(
                "background",
                event.getValue().isBlank()
                        ? null
                        : JSON.stringNode(event.getValue().strip())));
        fields.put("background", background);
        var section = Parts.section(text("background"), background);
        String none = item().noSafetyRows();
        if (none != null) {
            var why = new TextField(text("form.none"));
            why.setWidthFull();
            why.setValue(none);
            why.addValueChangeListener(event -> required("no-safety-rows", why, event.getValue()));
            section.add(why);
        }
        return section;
    }
}
