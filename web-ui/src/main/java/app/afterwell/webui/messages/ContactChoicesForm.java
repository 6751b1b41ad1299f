package app.afterwell.webui.messages;

import app.afterwell.domain.ClientId;
import app.afterwell.intake.ContactChoices;
import app.afterwell.intake.ContactPreferences;
import app.afterwell.intake.Topic;
import app.afterwell.intake.Way;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

/** How a client wants to hear of what; each choice counts at once. */
public class ContactChoicesForm extends Section {

    private static final Duration STEP = Duration.ofMinutes(30);

    private final transient ContactPreferences preferences;
    private final transient ClientId client;
    private final Div fields = new Div();
    private final Paragraph status = new Paragraph();
    private transient ContactChoices choices;

    public ContactChoicesForm(ContactPreferences preferences, ClientId client) {
        this.preferences = preferences;
        this.client = client;
        choices = preferences.of(client);
        addClassNames("pt-stack", "stack", "contact-choices");
        status.getElement().setAttribute("role", "status");
        status.addClassNames("pt-muted", "muted");
        fields.addClassNames("pt-stack", "stack");
        add(new H2(getTranslation("contact.title")), new Paragraph(getTranslation("contact.text")), fields, status);
        show();
    }

    private void show() {
        fields.removeAll();
        for (var topic : Topic.values()) {
            fields.add(way(topic));
            if (topic == Topic.CARE_PLAN && choices.way(topic) != Way.OFF) {
                fields.add(hour());
            }
        }
    }

    private Select<Way> way(Topic topic) {
        var select = new Select<Way>();
        select.setLabel(getTranslation("contact.topic." + topic));
        select.setItems(ways(topic));
        select.setItemLabelGenerator(way -> getTranslation("contact.way." + way));
        select.setValue(choices.way(topic));
        select.setWidthFull();
        select.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                var ways = new EnumMap<Topic, Way>(Topic.class);
                ways.putAll(choices.ways());
                ways.put(topic, event.getValue());
                keep(new ContactChoices(ways, choices.careAt()));
            }
        });
        return select;
    }

    private static List<Way> ways(Topic topic) {
        return Arrays.stream(Way.values())
                .filter(way -> !topic.necessary() || way != Way.OFF)
                .toList();
    }

    private TimePicker hour() {
        var hour = new TimePicker(getTranslation("contact.hour"));
        hour.setStep(STEP);
        hour.setValue(choices.careTime());
        hour.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                keep(new ContactChoices(choices.ways(), event.getValue()));
            }
        });
        return hour;
    }

    private void keep(ContactChoices wanted) {
        choices = preferences.choose(client, wanted);
        show();
        status.setText(getTranslation("contact.kept"));
    }
}
