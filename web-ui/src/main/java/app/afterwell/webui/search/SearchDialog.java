package app.afterwell.webui.search;

import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/** One field for everything; arrows choose, Enter opens. Enter never opens what the one typing has not seen yet. */
class SearchDialog extends Dialog {

    private static final int WAIT_MILLIS = 150;
    private static final String TYPED = "element.inputElement.value";
    private static final String KEY = "event.key";

    private final transient StaffSearch search;
    private final TextField field = new TextField();
    private final Div matches = new Div();
    private final Paragraph said = new Paragraph();
    private transient List<Hit> found = List.of();
    private int chosen = -1;
    private String shownFor = "";

    SearchDialog(StaffSearch search) {
        this.search = search;
        addClassName("search");
        setAriaLabel(getTranslation("search.title"));
        setWidth("640px");
        setTop("72px");
        field.setAriaLabel(getTranslation("search.title"));
        field.setPlaceholder(getTranslation("search.placeholder"));
        field.setPrefixComponent(Glyph.SEARCH.icon());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(WAIT_MILLIS);
        field.setAutofocus(true);
        field.setWidthFull();
        field.addClassName("private");
        field.getElement().setAttribute("autocomplete", "off");
        field.addValueChangeListener(event -> search(event.getValue()));
        field.getElement()
                .addEventListener(
                        "keydown",
                        event -> key(
                                event.getEventData().get(KEY).asString(),
                                event.getEventData().get(TYPED).asString()))
                .setFilter("['ArrowDown','ArrowUp','Enter'].includes(event.key)")
                .addEventData(KEY)
                .addEventData(TYPED)
                .preventDefault();
        matches.addClassName("matches");
        matches.setId("search-matches");
        matches.getElement().setAttribute("role", "listbox");
        matches.getElement().setAttribute("aria-label", getTranslation("search.found"));
        matches.setVisible(false);
        said.addClassName("muted");
        said.getElement().setAttribute("role", "status");
        said.setText(getTranslation("search.hint"));
        var body = new Div(field, matches, said);
        body.addClassName("stack");
        add(body);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        field.getElement()
                .executeJs("const input = this.inputElement; input.setAttribute('role', 'combobox');"
                        + "input.setAttribute('aria-autocomplete', 'list'); input.setAttribute('aria-expanded', 'false');"
                        + "input.setAttribute('aria-controls', 'search-matches');");
    }

    private void search(String typed) {
        shownFor = typed;
        found = search.find(typed, getLocale());
        choose(found.isEmpty() ? -1 : 0);
        said.setText(
                typed.isBlank()
                        ? getTranslation("search.hint")
                        : found.isEmpty()
                                ? getTranslation("search.none", typed)
                                : getTranslation("search.count", found.size()));
    }

    private void key(String key, String typed) {
        if (!typed.equals(shownFor)) {
            field.setValue(typed);
            return;
        }
        switch (key) {
            case "ArrowDown" -> choose(Math.min(found.size() - 1, chosen + 1));
            case "ArrowUp" -> choose(found.isEmpty() ? -1 : Math.max(0, chosen - 1));
            default -> {
                if (chosen >= 0) {
                    open(found.get(chosen));
                }
            }
        }
    }

    private void choose(int index) {
        chosen = index;
        matches.removeAll();
        for (int i = 0; i < found.size(); i++) {
            matches.add(option(i));
        }
        matches.setVisible(!found.isEmpty());
        field.getElement()
                .executeJs(
                        "const input = this.inputElement; input.setAttribute('aria-expanded', String($0));"
                                + "$1 ? input.setAttribute('aria-activedescendant', $1) : input.removeAttribute('aria-activedescendant');"
                                + "document.getElementById($1)?.scrollIntoView({block: 'nearest'});",
                        !found.isEmpty(),
                        chosen < 0 ? "" : optionId(chosen));
    }

    private Div option(int index) {
        var hit = found.get(index);
        var name = new Span(hit.title());
        name.addClassName("name");
        var facts = new Span(hit.detail());
        facts.addClassName("facts");
        var text = new Div(name, facts);
        text.setClassName("private", hit.secret());
        var kind = new Span(getTranslation("search.kind." + hit.kind()));
        kind.addClassName("kind");
        var option = new Div(hit.glyph().icon(), text, kind);
        option.setId(optionId(index));
        option.getElement().setAttribute("role", "option");
        option.getElement().setAttribute("aria-selected", String.valueOf(index == chosen));
        option.addClickListener(event -> open(hit));
        return option;
    }

    private void open(Hit hit) {
        close();
        getUI().ifPresent(ui -> ui.navigate(hit.path(), hit.query()));
    }

    private static String optionId(int index) {
        return "search-match-" + index;
    }
}
