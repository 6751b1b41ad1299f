package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.note.Preview;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;

/** What the client will read, in the client's own words and order. */
class ClientPreview extends Dialog {

    ClientPreview(Preview preview) {
        setHeaderTitle(getTranslation("session.preview.title"));
        setWidth("min(34rem, 100%)");
        var list = new Div();
        list.addClassName("client-preview");
        preview.decided().offered().stream().map(ClientPreview::item).forEach(list::add);
        if (!preview.decided().later().isEmpty()) {
            var later = new Div();
            later.addClassName("client-preview");
            preview.decided().later().stream().map(ClientPreview::item).forEach(later::add);
            list.add(new NativeDetails(getTranslation("session.plan.later"), later));
        }
        add(list);
        getFooter().add(new Button(getTranslation("session.preview.close"), event -> close()));
    }

    private static Article item(PlanResult.PlanItem item) {
        var steps = new OrderedList();
        item.steps().forEach(step -> steps.add(new ListItem(step)));
        return new Article(new H3(item.title()), new Paragraph(item.dose()), steps);
    }
}
