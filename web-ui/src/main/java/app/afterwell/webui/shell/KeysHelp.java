package app.afterwell.webui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;

/** What can be done by keys alone, on every page and on the board. */
class KeysHelp extends Dialog {

    private static final List<String> KEYS =
            List.of("search", "privacy", "lock", "book", "undo", "slots", "open", "move", "length", "help");

    KeysHelp() {
        addClassName("keys-help");
        setHeaderTitle(getTranslation("shell.keys"));
        var list = new DescriptionList();
        for (var key : KEYS) {
            list.add(
                    new DescriptionList.Term(getTranslation("shell.keys." + key + ".key")),
                    new DescriptionList.Description(getTranslation("shell.keys." + key)));
        }
        add(list);
        var close = new Button(getTranslation("desk.close"), event -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }
}
