package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanDifference;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Vocabulary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A made-up session, and what the shown version and the one in force make of it, side by side. */
class TryPanel extends Div {

    private final transient Page page;
    private final transient ProtocolDefinition written;
    private final transient ProtocolDefinition inForce;
    private final transient ProtocolDrafts drafts;
    private final transient Runnable onTried;
    private final TrySession form;
    private final Div results = new Div();

    /** @param onTried told when a session was tried out, so that the page can say what is missing still */
    TryPanel(
            Page page,
            ProtocolDefinition written,
            ProtocolDefinition inForce,
            ProtocolDrafts drafts,
            java.time.LocalDate today,
            Runnable onTried) {
        this.page = page;
        this.written = written;
        this.inForce = inForce;
        this.drafts = drafts;
        this.onTried = onTried;
        addClassNames("panel", "try");
        results.addClassName("try-results");
        form = new TrySession(today, written, () -> answer(true));
        add(form, results);
        answer(false);
    }

    /** @param asked whether somebody wants to know: an example that is only shown does not count as tried out */
    private void answer(boolean asked) {
        results.removeAll();
        try {
            var there = codes(inForce);
            boolean same = page.shown().number() == page.inForce().number();
            var now = plan(asked, page.shown().number(), form.session(codes(written)), form.safety(), form.history());
            var before = same
                    ? now
                    : plan(asked, page.inForce().number(), form.session(there), form.safety(), form.history());
            var changes = same ? List.<PlanDifference.Change>of() : PlanDifference.between(before, now);
            var said = new Span(
                    same
                            ? text("try.same-version", Page.name(page.shown()))
                            : changes.isEmpty()
                                    ? text("try.no-change", Page.name(page.inForce()))
                                    : text("try.changes", changes.size(), Page.name(page.inForce())));
            said.getElement().setAttribute("role", "status");
            said.addClassName("try-said");
            results.add(said);
            if (!asked && page.isDraft()) {
                var ask = new Button(text("try.ask"), click -> answer(true));
                var row = new Div(Parts.muted(text("try.example")), ask);
                row.addClassName("try-example");
                results.add(row);
            }
            if (!changes.isEmpty()) {
                results.add(changes(changes));
            }
            var columns = new Div(plan(Page.name(page.shown()), now, written, changes));
            columns.addClassName("try-columns");
            if (!same) {
                columns.add(plan(text("in-force.of", Page.name(page.inForce())), before, inForce, changes));
            }
            results.add(columns);
            if (asked) {
                onTried.run();
            }
        } catch (UnacceptableException e) {
            results.add(Parts.notice("danger", Glyph.WITHHELD, new Span(String.valueOf(e.getMessage()))));
        }
    }

    private PlanResult plan(
            boolean asked, int number, SessionFindings session, @Nullable SafetyProfile safety, History history) {
        return asked
                ? drafts.simulate(number, session, safety, history)
                : drafts.example(number, session, safety, history);
    }

    private static Set<String> codes(ProtocolDefinition protocol) {
        return protocol.items().stream().map(ProtocolDefinition.Item::code).collect(Collectors.toSet());
    }

    private UnorderedList changes(List<PlanDifference.Change> changes) {
        var list = new UnorderedList();
        list.addClassName("diff");
        for (var change : changes) {
            var where = change.area() == null ? "" : ", " + Vocabulary.area(change.area());
            var name = new Span(title(change.item()) + where);
            name.addClassName("strong");
            list.add(new ListItem(
                    name,
                    new Span(
                            change.reworded()
                                    ? text("said.reworded", text("said." + change.after()))
                                    : text(
                                            "said.change",
                                            text("said." + change.before()),
                                            text("said." + change.after())))));
        }
        return list;
    }

    private String title(String code) {
        String title = new RuleWords(written).title(code);
        return title.equals(code) ? new RuleWords(inForce).title(code) : title;
    }

    private Section plan(
            String heading, PlanResult plan, ProtocolDefinition protocol, List<PlanDifference.Change> changes) {
        var column = new PlanColumn(protocol, plan, changes);
        var section = new Section(new H2(heading), column);
        section.addClassName("try-plan");
        section.setAriaLabel(heading);
        return section;
    }
}
