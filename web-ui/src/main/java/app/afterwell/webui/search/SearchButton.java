package app.afterwell.webui.search;

import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** Opens the search; Ctrl+K does so from anywhere, or Cmd+K. */
@SpringComponent
@Scope("prototype")
public class SearchButton extends Button {

    private static final String KEY =
            "(event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'";

    private final transient StaffSearch search;
    private @Nullable SearchDialog dialog;
    private @Nullable Registration keys;

    SearchButton(StaffSearch search) {
        this.search = search;
        var hint = new Span(getTranslation("search.key"));
        hint.addClassName("key");
        hint.getElement().setAttribute("aria-hidden", "true");
        var word = new Span(getTranslation("search.button"));
        word.addClassName("word");
        setIcon(Glyph.SEARCH.icon());
        setSuffixComponent(new Span(word, hint));
        setAriaLabel(getTranslation("search.title"));
        setTooltipText(getTranslation("search.title"));
        getElement().setAttribute("aria-keyshortcuts", "Control+K");
        addClassName("search-button");
        addClickListener(event -> open());
        addAttachListener(event -> listen(event.getUI()));
        addDetachListener(event -> forget());
    }

    private void listen(UI ui) {
        keys = ui.getElement()
                .addEventListener("keydown", event -> open())
                .setFilter(KEY)
                .preventDefault();
    }

    private void forget() {
        if (keys != null) {
            keys.remove();
            keys = null;
        }
    }

    private void open() {
        if (dialog == null || !dialog.isOpened()) {
            dialog = new SearchDialog(search);
            dialog.open();
        }
    }
}
