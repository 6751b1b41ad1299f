package app.afterwell.webui.portal;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;

/** The browser's own checkbox: it answers to the finger at once, also while the server is far away. */
@Tag(Tag.INPUT)
class CheckInput extends AbstractSinglePropertyField<CheckInput, Boolean> {

    CheckInput(boolean checked) {
        super("checked", false, false);
        setSynchronizedEvent("change");
        getElement().setAttribute("type", "checkbox");
        setValue(checked);
    }
}
