package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.protocol.BannedWords;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Another dose or another place for an item of the plan, with the reason. */
class ReshapeForm extends Div {

    private static final int LONGEST_REASON = 500;

    private final PlanResult.PlanItem item;
    private final int place;
    private final transient Consumer<Decision> onDecided;
    private final TextField dose = new TextField();
    private final IntegerField order = new IntegerField();
    private final TextField reason = new TextField();

    /**
     * @param item as the engine offers it
     * @param place where it stands, from 0
     * @param places how many there are
     */
    ReshapeForm(PlanResult.PlanItem item, int place, int places, Consumer<Decision> onDecided) {
        this.item = item;
        this.place = place;
        this.onDecided = onDecided;
        addClassName("reason-form");
        dose.setLabel(getTranslation("session.reshape.dose"));
        dose.setValue(item.dose());
        dose.setMaxLength(Decision.LONGEST_DOSE);
        dose.setWidthFull();
        field(dose.getElement(), "dose").setAttribute("data-original", item.dose());
        order.setLabel(getTranslation("session.reshape.place", places));
        order.setMin(1);
        order.setMax(places);
        order.setStepButtonsVisible(true);
        order.setValue(place + 1);
        field(order.getElement(), "place").setAttribute("data-original", String.valueOf(place + 1));
        reason.setLabel(getTranslation("session.reshape.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        field(reason.getElement(), "reason");
        var change = new Button(getTranslation("session.reshape.change"), event -> decide());
        change.addThemeVariants(ButtonVariant.LUMO_SMALL);
        NoteKeeper.keeps(change, "decision/" + item.item());
        change.getElement().setAttribute("data-is", Decision.Kind.KEEP.name());
        add(dose, order, reason, change);
    }

    private static com.vaadin.flow.dom.Element field(com.vaadin.flow.dom.Element field, String name) {
        return field.setAttribute("data-field", name);
    }

    private void decide() {
        var banned = BannedWords.in(dose.getValue());
        dose.setErrorMessage(
                banned.isEmpty()
                        ? getTranslation("session.reshape.dose.missing")
                        : getTranslation("session.reshape.dose.banned", banned.getFirst()));
        dose.setInvalid(dose.getValue().isBlank() || !banned.isEmpty());
        reason.setErrorMessage(getTranslation("session.plan.reason.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        if (dose.isInvalid() || order.isInvalid()) {
            (dose.isInvalid() ? dose : order).getElement().callJsFunction("focus");
            return;
        }
        if (reason.isInvalid()) {
            reason.focus();
            return;
        }
        var said = dose.getValue().strip();
        Integer wanted = order.getValue();
        onDecided.accept(new Decision(
                item.item(),
                null,
                Decision.Kind.KEEP,
                reason.getValue().strip(),
                said.equals(item.dose()) ? null : said,
                wanted == null || wanted == place + 1 ? null : (Integer) (wanted - 1)));
    }
}
