package app.afterwell.webui.therapist;

import app.afterwell.aftercare.engine.Decision.Kind;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.note.Preview;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.Stream;

/** What the client will read, in the client's own words. */
class ClientPreview extends Dialog {

    ClientPreview(Preview preview, Decisions decisions) {
        setHeaderTitle(getTranslation("session.preview.title"));
        setWidth("min(34rem, 100%)");
        var list = new Div();
        list.addClassName("client-preview");
        Stream.concat(
                        preview.plan().offered().stream().filter(item -> !decisions.is(item.item(), Kind.DROP)),
                        preview.plan().later().stream().filter(item -> decisions.is(item.item(), Kind.ADD)))
                .map(ClientPreview::item)
                .forEach(list::add);
        preview.plan().review().stream()
                .filter(item -> decisions.is(item.item(), Kind.KEEP))
                .map(item -> new Article(new H3(preview.titles().getOrDefault(item.item(), item.item()))))
                .forEach(list::add);
        add(list);
        getFooter().add(new Button(getTranslation("session.preview.close"), event -> close()));
    }

    private static Article item(PlanResult.PlanItem item) {
        var steps = new OrderedList();
        item.steps().forEach(step -> steps.add(new ListItem(step)));
        return new Article(new H3(item.title()), new Paragraph(item.dose()), steps);
    }
}
