package app.afterwell.webui.desk;

import app.afterwell.intake.ClientView;
import app.afterwell.intake.Clients;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Initials;
import app.afterwell.webui.components.PhoneNumbers;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a client while somebody types: the best match is chosen at once, arrows choose another, Enter takes it. Enter
 * never takes a client whom the one typing has not seen yet.
 */
class ClientLookup extends Div {

    private static final int MOST = 6;
    private static final int WAIT_MILLIS = 150;
    private static final String TYPED = "element.inputElement.value";
    private static final String KEY = "event.key";

    /** More than one can stand on a page. */
    private final String id = "booking-matches-" + Integer.toHexString(System.identityHashCode(this));

    private final Clients clients;
    private final WallClock clock;
    private final Consumer<@Nullable ClientView> onChoose;
    private final Runnable onEnter;
    private final TextField field = new TextField();
    private final Div matches = new Div();
    private List<ClientView> found = List.of();
    private int chosen = -1;
    private String shownFor = "";

    ClientLookup(Clients clients, WallClock clock, Consumer<@Nullable ClientView> onChoose, Runnable onEnter) {
        this.clients = clients;
        this.clock = clock;
        this.onChoose = onChoose;
        this.onEnter = onEnter;
        addClassName("lookup");
        field.setLabel(getTranslation("booking.client"));
        field.setHelperText(getTranslation("booking.client.hint"));
        field.setPrefixComponent(Glyph.SEARCH.icon());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(WAIT_MILLIS);
        field.setAutofocus(true);
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
        matches.setId(id);
        matches.getElement().setAttribute("role", "listbox");
        matches.getElement().setAttribute("aria-label", getTranslation("booking.matches"));
        matches.setVisible(false);
        add(field, matches);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        field.getElement()
                .executeJs(
                        "const input = this.inputElement; input.setAttribute('role', 'combobox');"
                                + "input.setAttribute('aria-autocomplete', 'list'); input.setAttribute('aria-expanded', 'false');"
                                + "input.setAttribute('aria-controls', $0);",
                        id);
    }

    String typed() {
        return field.getValue();
    }

    void complain(String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }

    private void search(String typed) {
        shownFor = typed;
        field.setInvalid(false);
        found = typed.isBlank() ? List.of() : clients.lookUp(typed, MOST);
        choose(found.isEmpty() ? -1 : 0);
    }

    private void key(String key, String typed) {
        if (!typed.equals(shownFor)) {
            field.setValue(typed);
            return;
        }
        switch (key) {
            case "ArrowDown" -> choose(Math.min(found.size() - 1, chosen + 1));
            case "ArrowUp" -> choose(found.isEmpty() ? -1 : Math.max(0, chosen - 1));
            default -> onEnter.run();
        }
    }

    private void choose(int index) {
        chosen = index;
        draw();
        onChoose.accept(index < 0 ? null : found.get(index));
    }

    private void draw() {
        matches.removeAll();
        var options = new ArrayList<Div>();
        for (int i = 0; i < found.size(); i++) {
            options.add(option(i));
        }
        options.forEach(matches::add);
        matches.setVisible(!options.isEmpty());
        field.getElement()
                .executeJs(
                        "const input = this.inputElement; input.setAttribute('aria-expanded', String($0));"
                                + "$1 ? input.setAttribute('aria-activedescendant', $1) : input.removeAttribute('aria-activedescendant');",
                        !options.isEmpty(),
                        chosen < 0 ? "" : optionId(chosen));
    }

    private Div option(int index) {
        var client = found.get(index);
        var name = new Span(client.name());
        name.addClassName("name");
        var facts = new Span(facts(client));
        facts.addClassName("facts");
        var text = new Div(name, facts);
        text.addClassName("private");
        var option = new Div(Initials.of(client.name()), text);
        option.setId(optionId(index));
        option.getElement().setAttribute("role", "option");
        option.getElement().setAttribute("aria-selected", String.valueOf(index == chosen));
        if (index == chosen) {
            option.add(Glyph.CHECK.icon());
        }
        option.addClickListener(event -> {
            choose(index);
            field.focus();
        });
        return option;
    }

    private String facts(ClientView client) {
        var facts = new ArrayList<String>();
        if (client.birthDate() != null) {
            facts.add(getTranslation("booking.born", clock.date(client.birthDate())));
        }
        if (client.phone() != null) {
            facts.add(PhoneNumbers.read(client.phone(), clock.country()));
        } else if (client.email() != null) {
            facts.add(client.email());
        }
        return String.join(", ", facts);
    }

    private String optionId(int index) {
        return id + "-" + index;
    }
}
