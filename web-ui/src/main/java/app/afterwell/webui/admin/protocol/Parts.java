package app.afterwell.webui.admin.protocol;

import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;

/** Small things that several parts of the page are made of. */
final class Parts {

    private Parts() {}

    static String text(String key, Object... values) {
        return I18NProvider.translate("admin.protocol." + key, values);
    }

    static Section section(String heading, Component... parts) {
        var section = new Section(new H2(heading));
        section.add(parts);
        section.addClassName("stack");
        return section;
    }

    static Paragraph muted(String text) {
        var line = new Paragraph(text);
        line.addClassName("muted");
        return line;
    }

    /** Nothing is here yet: why, and what to do. */
    static Div empty(String title, String text, Component... actions) {
        var strong = new Span(title);
        strong.addClassName("strong");
        var empty = new Div(strong, new Span(text));
        empty.addClassName("empty");
        empty.add(actions);
        return empty;
    }

    static Div notice(String tone, Glyph glyph, Component... parts) {
        var said = new Div(parts);
        said.addClassName("stack");
        var notice = new Div(glyph.icon(), said);
        notice.addClassName("notice");
        if (!tone.isEmpty()) {
            notice.addClassName(tone);
        }
        return notice;
    }

    static Anchor button(String href, String text, boolean primary) {
        var link = new Anchor(href, text);
        link.addClassName("btn");
        if (primary) {
            link.addClassName("primary");
        }
        return link;
    }

    static Span tag(String text, String tone) {
        var tag = new Span(text);
        tag.addClassName("tag");
        if (!tone.isEmpty()) {
            tag.addClassName(tone);
        }
        return tag;
    }

    /** A table with its caption, in a frame that scrolls by itself on a narrow page. */
    static Div table(String caption, List<String> columns, List<? extends List<? extends Component>> rows) {
        var table = new NativeTable();
        table.addClassName("admin-table");
        table.setCaptionText(caption);
        var head = table.getHead().addRow();
        for (String column : columns) {
            if (column.isEmpty()) {
                head.addDataCell();
            } else {
                NativeTableHeaderCell cell = head.addHeaderCell();
                cell.setText(column);
                cell.getElement().setAttribute("scope", "col");
            }
        }
        for (var cells : rows) {
            var row = table.getBody().addRow();
            for (Component cell : cells) {
                row.addDataCell().add(cell);
            }
        }
        var scroll = new Div(table);
        scroll.addClassName("admin-scroll");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", caption);
        return scroll;
    }
}
