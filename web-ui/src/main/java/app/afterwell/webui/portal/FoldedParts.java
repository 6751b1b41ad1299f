package app.afterwell.webui.portal;

import app.afterwell.aftercare.plan.PlanView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;

/** What can wait, what is on hold and what is left out, each folded under its number, and the way to the whole plan. */
class FoldedParts extends Div {

    private final PlanView plan;
    private final Reasons reasons;
    private final When when;

    FoldedParts(PlanView plan, boolean paused) {
        this.plan = plan;
        this.reasons = new Reasons(this, plan);
        this.when = When.here(plan.zone());
        addClassName("pt-stack");
        var folds = new Div();
        folds.addClassName("pt-folds");
        var held = plan.offered().stream().filter(PlanView.Item::paused).toList();
        var later = later();
        if (!paused && !later.isEmpty()) {
            folds.add(fold("portal.later", later.size(), list(later, this::laterText)));
        }
        if (!paused && !held.isEmpty()) {
            folds.add(fold("portal.held", held.size(), list(held, item -> getTranslation("portal.held.item"))));
        }
        if (!plan.withheld().isEmpty()) {
            folds.add(fold("portal.left", plan.withheld().size(), leftOut()));
        }
        var whole = new Paragraph(new Anchor("portal/plan", getTranslation("portal.today.whole")));
        whole.addClassName("pt-linkline");
        add(folds, whole);
    }

    Section asSection() {
        var section = new Section(this);
        section.addClassNames("pt-main", "pt-stack", "pt-also");
        return section;
    }

    private List<PlanView.Item> later() {
        var later = new ArrayList<PlanView.Item>();
        plan.offered().stream()
                .filter(item -> !item.paused() && item.days().stream().allMatch(day -> day > plan.today()))
                .forEach(later::add);
        later.addAll(plan.later());
        return later;
    }

    private String laterText(PlanView.Item item) {
        return item.days().stream()
                .filter(day -> day > plan.today())
                .min(Integer::compare)
                .filter(day -> plan.offered().contains(item))
                .map(day -> getTranslation(
                        "portal.later.from", when.day(plan.startsOn().plusDays(day)), item.dose()))
                .orElse(item.dose());
    }

    static NativeDetails fold(String title, String text, Component content) {
        var summary = new Span();
        summary.getElement().appendChild(new Element("strong").setText(title));
        if (!text.isEmpty()) {
            var more = new Span(text);
            more.addClassName("pt-muted");
            summary.add(more);
        }
        var fold = new NativeDetails(summary, content);
        fold.addClassName("pt-fold");
        return fold;
    }

    private NativeDetails fold(String key, int count, Component content) {
        return fold(getTranslation(key, count), getTranslation(key + ".text"), content);
    }

    private UnorderedList list(List<PlanView.Item> items, java.util.function.Function<PlanView.Item, String> text) {
        var list = new UnorderedList();
        list.addClassNames("pt-rows", "pt-fold-body");
        for (var item : items) {
            var title = new H3(new Anchor("portal/plan/" + item.item(), reasons.title(item)));
            list.add(new ListItem(title, PortalPage.muted(text.apply(item))));
        }
        return list;
    }

    private Div leftOut() {
        var body = new Div();
        body.addClassName("pt-fold-body");
        for (var item : plan.withheld()) {
            var where = reasons.places(item.areas());
            body.add(new H3(where.isEmpty() ? item.title() : getTranslation("portal.left.where", item.title(), where)));
            reasons.whyNot(item).forEach(reason -> body.add(new Paragraph(reason)));
        }
        return body;
    }
}
