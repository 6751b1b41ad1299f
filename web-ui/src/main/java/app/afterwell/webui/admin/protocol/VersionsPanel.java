package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.ProtocolInfo;
import app.afterwell.aftercare.protocol.ProtocolProposals;
import app.afterwell.aftercare.protocol.ProtocolStatus;
import app.afterwell.aftercare.protocol.ProtocolStep;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;

/** All versions, who wrote and approved them and when, and the way back; what therapists propose. */
class VersionsPanel extends Div {

    private final transient Page page;
    private final transient Protocols protocols;
    private final transient ProtocolDrafts drafts;
    private final transient ProtocolProposals proposals;

    VersionsPanel(Page page, Protocols protocols, ProtocolDrafts drafts, ProtocolProposals proposals) {
        this.page = page;
        this.protocols = protocols;
        this.drafts = drafts;
        this.proposals = proposals;
        addClassName("panel");
        add(Parts.section(text("versions"), versions()));
        if (page.tries()) {
            add(Parts.section(text("proposals"), proposals()));
        }
        add(Parts.section(text("steps"), steps(protocols.history())));
    }

    private Component versions() {
        var rows = page.versions().stream()
                .map(version -> List.<Component>of(
                        new Anchor(Page.to(Page.Tab.ITEMS, version.number()), Page.name(version)),
                        status(version),
                        new Span(text("by", version.lastEditor(), page.when(version.editedAt()))),
                        new Span(
                                version.approvedAt() == null || version.approvedBy() == null
                                        ? "–"
                                        : text("by", version.approvedBy(), page.when(version.approvedAt()))),
                        actions(version)))
                .toList();
        return Parts.table(
                text("versions"),
                List.of(
                        text("column.version"),
                        text("column.status"),
                        text("column.written"),
                        text("column.approved"),
                        text("column.actions")),
                rows);
    }

    private static Span status(ProtocolInfo version) {
        String tone = switch (version.status()) {
            case IN_FORCE -> "ok";
            case DRAFT -> "";
            case RETIRED, DISCARDED -> "line";
        };
        return Parts.tag(text("status." + version.status()), tone);
    }

    private Div actions(ProtocolInfo version) {
        var actions = new Div();
        actions.addClassName("row");
        if (version.status() == ProtocolStatus.RETIRED && page.actor().clinicalLead()) {
            var back = new Button(text("roll-back"), click -> rollBack(version));
            back.setAriaLabel(text("roll-back") + ": " + Page.name(version));
            back.addThemeVariants(ButtonVariant.LUMO_SMALL);
            actions.add(back);
        }
        if (version.status() == ProtocolStatus.DISCARDED && page.edits()) {
            var restore = new Button(text("restore"), click -> {
                if (Says.problem(this, () -> drafts.restore(version.number()))) {
                    page.refresh().run();
                }
            });
            restore.setAriaLabel(text("restore") + ": " + Page.name(version));
            restore.addThemeVariants(ButtonVariant.LUMO_SMALL);
            actions.add(restore);
        }
        if (version.status() != ProtocolStatus.DISCARDED && page.edits()) {
            var start = new Button(text("start-from"), click -> start(version.number()));
            start.setAriaLabel(text("start-from") + ": " + Page.name(version));
            start.addThemeVariants(ButtonVariant.LUMO_SMALL);
            actions.add(start);
        }
        return actions;
    }

    private void start(int from) {
        Says.problem(this, () -> {
            var draft = drafts.start(from);
            getUI().ifPresent(ui -> ui.navigate(
                    Page.PATH,
                    com.vaadin.flow.router.QueryParameters.fromString("view=draft&version=" + draft.number())));
        });
    }

    private void rollBack(ProtocolInfo version) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("roll-back.title", Page.name(version)));
        var why = new TextArea(text("roll-back.why"));
        why.setHelperText(text("roll-back.help", Page.name(page.inForce())));
        why.setMaxLength(500);
        why.setWidthFull();
        why.setRequiredIndicatorVisible(true);
        dialog.add(why);
        var ok = new Button(text("roll-back.ok"), click -> {
            if (why.getValue().isBlank()) {
                why.setErrorMessage(text("roll-back.missing"));
                why.setInvalid(true);
                why.focus();
            } else if (Says.problem(this, () -> protocols.rollBack(version.number(), why.getValue()))) {
                dialog.close();
                Says.done(text("rolled-back", Page.name(version)));
                page.refresh().run();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(text("cancel"), click -> dialog.close()), ok);
        dialog.open();
    }

    private Component proposals() {
        var open = proposals.open();
        if (open.isEmpty()) {
            return Parts.empty(text("proposals.none"), text("proposals.none.text"));
        }
        var rows = open.stream()
                .map(proposal -> {
                    Component about = proposal.item().isEmpty()
                            ? new Span(text("proposals.whole"))
                            : new Anchor(
                                    Page.to(Page.Tab.ITEMS, page.shown().number(), "item", proposal.item()),
                                    proposal.item());
                    var actions = new Div();
                    if (page.edits()) {
                        var done = new Button(text("proposals.done"), click -> close(proposal));
                        done.setAriaLabel(text("proposals.done") + ": " + proposal.text());
                        done.addThemeVariants(ButtonVariant.LUMO_SMALL);
                        actions.add(done);
                    }
                    return List.of(
                            about,
                            new Span(proposal.text()),
                            new Span(text("by", proposal.by(), page.when(proposal.at()))),
                            actions);
                })
                .toList();
        return Parts.table(
                text("proposals"),
                List.of(text("column.item"), text("column.proposal"), text("column.written"), text("column.actions")),
                rows);
    }

    private void close(ProtocolProposals.Proposal proposal) {
        if (Says.problem(this, () -> proposals.close(proposal.id()))) {
            page.refresh().run();
        }
    }

    private Component steps(List<ProtocolStep> steps) {
        if (steps.isEmpty()) {
            return Parts.muted(text("steps.none"));
        }
        var rows = steps.stream()
                .map(step -> List.<Component>of(
                        new Span(page.when(step.at())),
                        new Span(text("step." + step.step(), String.valueOf(step.number()))),
                        new Span(step.by()),
                        new Span(step.reason())))
                .toList();
        return Parts.table(
                text("steps"),
                List.of(text("column.when-at"), text("column.what"), text("column.who"), text("column.reason")),
                rows);
    }
}
