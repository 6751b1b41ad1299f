package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.ProtocolDefinition.Item;
import app.afterwell.aftercare.engine.ProtocolDefinition.Kind;
import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All items of a version, and one of them with its rules in words. */
class ItemsPanel extends Div {

    private static final int WAIT_MILLIS = 200;

    private final transient Page page;
    private final transient ProtocolDefinition protocol;
    private final transient RuleWords words;
    private final transient Set<String> changed;
    private final transient Item shown;
    private final Nav list = new Nav();
    private final Div groups = new Div();

    /**
     * @param changes what of the shown version differs from the one in force
     * @param detail what is shown of the chosen item
     */
    ItemsPanel(
            Page page,
            ProtocolDefinition protocol,
            List<ProtocolText.Difference> changes,
            String find,
            Function<Item, Component> detail) {
        this.page = page;
        this.protocol = protocol;
        words = new RuleWords(protocol);
        changed = changes.stream().map(ProtocolText.Difference::subject).collect(Collectors.toSet());
        String code = page.also().getOrDefault("item", "");
        shown = protocol.items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElse(protocol.items().getFirst());
        addClassNames("protocol-items");
        list.setAriaLabel(text("items"));
        list.addClassName("items");
        var search = new TextField(text("find"));
        search.setPlaceholder(text("find.hint"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(WAIT_MILLIS);
        search.setWidthFull();
        search.setValue(find);
        search.addValueChangeListener(event -> fill(event.getValue()));
        list.add(search, groups);
        fill(find);
        add(list, detail.apply(shown));
    }

    private void fill(String typed) {
        groups.removeAll();
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Item> fitting = protocol.items().stream()
                .filter(item -> wanted.isEmpty()
                        || words.allWords(item)
                                .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
        group("group.every", fitting, item -> item.kind() != Kind.SPECIFIC);
        group(
                "group.tools",
                fitting,
                item -> item.kind() == Kind.SPECIFIC
                        && item.switchedOn()
                        && !item.offers().isEmpty());
        group(
                "group.picks",
                fitting,
                item -> item.kind() == Kind.SPECIFIC
                        && item.switchedOn()
                        && item.offers().isEmpty());
        group("group.off", fitting, item -> item.kind() == Kind.SPECIFIC && !item.switchedOn());
        var count =
                new Span(text("items.count", fitting.size(), protocol.items().size()));
        count.addClassNames("muted", "items-count");
        count.getElement().setAttribute("role", "status");
        groups.addComponentAsFirst(count);
        if (fitting.isEmpty()) {
            groups.add(Parts.muted(text("find.none")));
        }
    }

    private void group(String key, List<Item> items, Predicate<Item> belongs) {
        var entries = new UnorderedList();
        entries.addClassName("plain");
        items.stream().filter(belongs).forEach(item -> entries.add(entry(item)));
        if (entries.getChildren().findAny().isPresent()) {
            groups.add(new H3(text(key)), entries);
        }
    }

    private ListItem entry(Item item) {
        var link = new Anchor(Page.to(Page.Tab.ITEMS, page.shown().number(), "item", item.code()));
        link.add(new Span(item.title()));
        if (changed.contains(item.code())) {
            link.add(Glyph.PENCIL.icon(text("changed")));
        }
        if (item.equals(shown)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }

    static H2 title(String text) {
        var title = new H2(text);
        title.addClassName("title");
        return title;
    }
}
