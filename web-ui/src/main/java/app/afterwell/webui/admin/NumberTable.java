package app.afterwell.webui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import java.util.List;

/** A table of numbers that can be scrolled on a narrow screen, by keyboard as well. */
class NumberTable extends Div {

    private final NativeTable table = new NativeTable();

    NumberTable(String caption, List<String> columns) {
        addClassName("admin-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        table.setCaptionText(caption);
        table.addClassNames("admin-table", "numbers");
        var head = table.getHead().addRow();
        columns.forEach(column -> {
            var cell = head.addHeaderCell();
            cell.setText(column);
            cell.getElement().setAttribute("scope", "col");
        });
        add(table);
    }

    void row(String name, List<String> cells) {
        var row = table.getBody().addRow();
        var header = row.addHeaderCell();
        header.setText(name);
        header.getElement().setAttribute("scope", "row");
        cells.forEach(cell -> row.addDataCell().setText(cell));
    }
}
