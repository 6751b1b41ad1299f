package app.afterwell.webui.desk;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.intake.ClientDetails;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;

/** A client's contact data to fill in; what was typed stays until it is saved. */
class ClientDialog extends Dialog {

    ClientDialog(String title, NewClientForm form, Consumer<ClientDetails> onSave) {
        setHeaderTitle(title);
        setWidth("560px");
        var problem = new Paragraph();
        problem.addClassName("booking-problem");
        problem.getElement().setAttribute("role", "alert");
        var save = new Button(getTranslation("desk.client.save"), event -> {
            problem.setText("");
            form.clear();
            try {
                onSave.accept(form.details());
                close();
            } catch (UnacceptableException refused) {
                if (!form.complain(refused)) {
                    problem.setText(Refusals.words(refused, this::getTranslation));
                }
            } catch (ConflictException refused) {
                problem.setText(getTranslation("desk.client.stale"));
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var leave = new Button(getTranslation("booking.leave"), event -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        add(form, problem);
        getFooter().add(leave, save);
    }
}
