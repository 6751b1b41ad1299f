package app.afterwell.webui.admin;

import app.afterwell.webui.lock.ScreenLockRule;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** After how long the screens of all staff lock. */
class LockTime extends Section {

    private static final List<Integer> MINUTES = List.of(2, 5, 10, 15, 30, 60, 0);

    LockTime(ScreenLockRule rule) {
        addClassName("admin-section");
        var said = new Paragraph();
        said.addClassName("muted");
        said.getElement().setAttribute("role", "status");
        var now = (int) rule.after().toMinutes();
        var choices = new ArrayList<>(MINUTES);
        if (!choices.contains(now)) {
            choices.addFirst(now);
        }
        var select = new Select<Integer>();
        select.setLabel(getTranslation("admin.lock.label"));
        select.setItems(choices);
        select.setItemLabelGenerator(minutes ->
                minutes == 0 ? getTranslation("admin.lock.never") : getTranslation("admin.lock.minutes", minutes));
        select.setValue(now);
        select.addValueChangeListener(event -> {
            rule.set(Duration.ofMinutes(event.getValue()));
            said.setText(getTranslation(event.getValue() == 0 ? "admin.lock.off" : "admin.lock.set", event.getValue()));
        });
        add(new H2(getTranslation("admin.lock")), new Paragraph(getTranslation("admin.lock.text")), select, said);
    }
}
