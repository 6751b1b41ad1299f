package app.afterwell.webui.admin.directory;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.shell.PageTitle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of the directory share: a list to choose from, the chosen one beside it, and what was done last. */
abstract class DirectoryPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String CHOSEN = "id";
    private static final String NEW = "new";

    private final String key;
    private final String path;
    private final Div list = new Div();
    private final Div form = new Div();
    private final Button add = new Button();
    protected final DoneLine done = new DoneLine();

    /** One to choose. */
    record Choice(String id, String name, String detail, boolean active) {}

    /** @param key of the page's texts, behind {@code admin.dir.} */
    DirectoryPage(String key, String path) {
        this.key = key;
        this.path = path;
        setId("main");
        addClassName("admin-page");
        add.setText(getTranslation("admin.dir." + key + ".add"));
        add.setIcon(Glyph.PLUS.icon());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(event -> go(NEW));
        var head = new Div(new H1(getTranslation("admin.dir." + key)), add);
        head.addClassName("head");
        list.addClassName("admin-choices");
        form.addClassName("admin-form");
        var split = new Div(list, form);
        split.addClassName("admin-split");
        add(head, done, split);
    }

    /** Reads what there is. */
    abstract List<Choice> choices();

    /** What must be there first, in words with a link; null if all is there. */
    abstract @Nullable Div missing();

    /** @param id null for a new one */
    abstract void fill(Div form, @Nullable String id);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation().getQueryParameters().getSingleParameter(CHOSEN).orElse(null));
    }

    /** Shows this one, whatever the address said. */
    final void show(@Nullable String wanted) {
        var missing = missing();
        add.setVisible(missing == null);
        form.removeAll();
        list.removeAll();
        if (missing != null) {
            form.add(missing);
            return;
        }
        var all = choices();
        var chosen = NEW.equals(wanted)
                ? null
                : all.stream()
                        .map(Choice::id)
                        .filter(id -> id.equals(wanted))
                        .findFirst()
                        .or(() -> all.stream().map(Choice::id).findFirst())
                        .orElse(null);
        if (all.isEmpty()) {
            var hint = new Paragraph(getTranslation("admin.dir." + key + ".none"));
            hint.addClassName("read");
            form.add(hint);
        } else {
            list.add(nav(all, chosen));
        }
        add.setVisible(!all.isEmpty() && chosen != null);
        fill(form, chosen);
    }

    private Nav nav(List<Choice> all, @Nullable String chosen) {
        var items = new UnorderedList();
        items.addClassName("admin-choice-list");
        for (var choice : all) {
            var link = new Anchor(path + "?" + CHOSEN + "=" + choice.id(), new Span(choice.name()));
            var detail = new Span(choice.active() ? choice.detail() : getTranslation("admin.dir.retired"));
            detail.addClassName("muted");
            link.add(detail);
            link.setClassName("retired", !choice.active());
            if (choice.id().equals(chosen)) {
                link.getElement().setAttribute("aria-current", "true");
            }
            items.add(new ListItem(link));
        }
        var nav = new Nav(items);
        nav.getElement().setAttribute("aria-label", getTranslation("admin.dir." + key));
        return nav;
    }

    final void go(String id) {
        done.clear();
        getUI().ifPresent(ui ->
                ui.navigate(getClass(), com.vaadin.flow.router.QueryParameters.simple(java.util.Map.of(CHOSEN, id))));
    }

    /** Does something and shows what came of it; what others did meanwhile is told in words. */
    final void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (ConflictException e) {
            done.refused(getTranslation("shell.problem.stale-version"));
        } catch (NotFoundException e) {
            done.refused(getTranslation("desk.refused.gone"));
            show(null);
        }
    }

    /** Words with a link to where the missing thing is made. */
    final Div first(String textKey, String to, String linkKey) {
        var link = new Anchor(to, getTranslation(linkKey));
        link.addClassNames("btn", "primary");
        var text = new Paragraph(getTranslation(textKey));
        text.addClassName("read");
        var box = new Div(text, link);
        box.addClassName("admin-first");
        return box;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("admin.dir." + key));
    }
}
