package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a version would change against the one in force, item by item and in words. */
class DifferencePanel extends Div {

    DifferencePanel(Page page, List<ProtocolText.Difference> differences) {
        addClassName("panel");
        if (differences.isEmpty()) {
            add(Parts.empty(
                    text("difference.none"),
                    text(
                            page.shown().number() == page.inForce().number()
                                    ? "difference.itself"
                                    : "difference.none.text",
                            Page.name(page.inForce()))));
            return;
        }
        add(Parts.muted(text("difference.count", differences.size(), Page.name(page.inForce()))));
        if (page.shown().basedOn() != null
                && page.isDraft()
                && page.shown().basedOn() != page.inForce().number()) {
            add(Parts.notice(
                    "warn",
                    app.afterwell.webui.components.Glyph.CARE,
                    new Span(text(
                            "difference.elsewhere",
                            String.valueOf(page.shown().basedOn()),
                            String.valueOf(page.inForce().number())))));
        }
        for (var difference : differences) {
            var heading = new H2();
            if (difference.item() && difference.kind() != ProtocolText.Kind.REMOVED) {
                heading.add(new Anchor(
                        Page.to(Page.Tab.ITEMS, page.shown().number(), "item", difference.subject()),
                        difference.title()));
            } else {
                heading.setText(difference.title());
            }
            var head = new Div(
                    heading,
                    Parts.tag(
                            text("change." + difference.kind()),
                            difference.kind() == ProtocolText.Kind.REMOVED ? "danger" : ""));
            head.addClassName("row");
            var section = new Section(head, list(difference.changes()));
            section.addClassName("difference");
            add(section);
        }
    }

    static UnorderedList list(List<ProtocolText.Change> changes) {
        var list = new UnorderedList();
        list.addClassName("diff");
        for (var change : changes) {
            var part = new Span(change.part());
            part.addClassName("eyebrow");
            var entry = new ListItem(part);
            side(entry, "del", "difference.before", change.before());
            side(entry, "ins", "difference.after", change.after());
            list.add(entry);
        }
        return list;
    }

    private static void side(ListItem entry, String tag, String key, @Nullable String text) {
        if (text != null) {
            var name = new Span(text(key) + " ");
            name.addClassName("sr");
            var side = new HtmlContainer(tag);
            side.add(name, new Span(text));
            entry.add(side);
        }
    }
}
