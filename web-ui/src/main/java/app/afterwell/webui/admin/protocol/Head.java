package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.ProtocolInfo;
import app.afterwell.aftercare.protocol.ProtocolLinter.Level;
import app.afterwell.aftercare.protocol.ProtocolStatus;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.Role;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;

/** Which version is shown, what is missing before it can be in force, and the one next step. */
class Head extends Header {

    private final transient Page page;
    private final transient ProtocolDrafts drafts;
    private final transient Protocols protocols;
    private final transient List<String> leads;

    /** @param leads names of those who may approve the shown version, as far as whoever looks may know them */
    Head(Page page, ProtocolDrafts drafts, Protocols protocols, List<String> leads) {
        this.page = page;
        this.drafts = drafts;
        this.protocols = protocols;
        this.leads = leads;
        addClassName("protocol-head");
        show();
    }

    /** Looks again at what is missing; something was kept or tried out. */
    final void show() {
        removeAll();
        var shown = page.shown();
        var titles = new Div(new H1(text("title", Page.name(shown))), new Paragraph(about(shown)));
        add(titles, choice());
        if (page.isDraft()) {
            checks();
        } else if (page.edits() && shown.status() == ProtocolStatus.IN_FORCE) {
            add(start());
        }
    }

    private String about(ProtocolInfo shown) {
        if (shown.status() == ProtocolStatus.IN_FORCE && shown.approvedAt() != null) {
            return text("about.in-force", page.day(shown.approvedAt()), String.valueOf(shown.approvedBy()));
        }
        if (shown.status() == ProtocolStatus.RETIRED && shown.approvedAt() != null) {
            return text("about.retired", page.day(shown.approvedAt()), String.valueOf(shown.approvedBy()));
        }
        if (shown.lastEditorId() == null) {
            return text("about.shipped");
        }
        return text(
                shown.status() == ProtocolStatus.DISCARDED ? "about.discarded" : "about.draft",
                String.valueOf(shown.basedOn()),
                shown.lastEditor(),
                page.when(shown.editedAt()));
    }

    private Select<ProtocolInfo> choice() {
        var choice = new Select<ProtocolInfo>();
        choice.addClassName("protocol-version");
        choice.setAriaLabel(text("choose"));
        choice.setItems(page.versions().stream()
                .filter(version -> version.status() != ProtocolStatus.DISCARDED
                        || version.number() == page.shown().number())
                .toList());
        choice.setItemLabelGenerator(
                version -> capital(Page.name(version)) + ", " + text("status." + version.status() + ".short"));
        page.versions().stream()
                .filter(version -> version.number() == page.shown().number())
                .findFirst()
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        Page.PATH,
                        QueryParameters.fromString("view=" + page.tab().name().toLowerCase(Locale.ROOT) + "&version="
                                + event.getValue().number())));
            }
        });
        return choice;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private Button start() {
        var start = new Button(
                text("start"),
                click -> Says.problem(this, () -> {
                    var draft = drafts.start(page.shown().number());
                    getUI().ifPresent(ui ->
                            ui.navigate(Page.PATH, QueryParameters.fromString("view=items&version=" + draft.number())));
                }));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        return start;
    }

    /** Words, tried out, replayed, approved: each says where it stands, and the button leads to the first that is open. */
    private void checks() {
        int number = page.shown().number();
        var trials = drafts.trials(number);
        long errors = page.edits()
                ? drafts.lint(number).stream()
                        .filter(finding -> finding.level() == Level.ERROR)
                        .count()
                : 0;
        boolean own = page.actor().userId().equals(page.shown().lastEditorId());
        var list = new UnorderedList();
        list.addClassName("checks");
        list.getElement().setAttribute("aria-label", text("checks"));
        if (page.edits()) {
            list.add(check(
                    errors == 0,
                    errors > 0,
                    text("check.words"),
                    text(errors == 0 ? "check.words.ok" : "check.words.no", errors)));
        }
        var simulated = trials.simulated();
        list.add(check(
                simulated != null,
                false,
                text("check.tried"),
                simulated == null ? text("check.tried.no") : text("check.by", simulated.by())));
        var replayed = trials.replayed();
        list.add(check(
                replayed != null || !trials.replayNeeded(),
                false,
                text("check.replay"),
                replayed != null
                        ? text("check.replay.ok", replayed.notes(), replayed.changed())
                        : text(trials.replayNeeded() ? "check.replay.no" : "check.replay.none")));
        list.add(check(false, own && page.actor().clinicalLead(), text("check.lead"), who(own)));
        add(list);
        next(errors, simulated != null, replayed != null || !trials.replayNeeded(), own);
    }

    /** Who may approve, said plainly. */
    private String who(boolean own) {
        if (page.actor().clinicalLead()) {
            return text(own ? "check.lead.own" : "check.lead.you");
        }
        if (leads.isEmpty()) {
            return text(page.actor().has(Role.OWNER) ? "check.lead.none" : "check.lead.somebody");
        }
        return text("check.lead.names", String.join(", ", leads));
    }

    private static ListItem check(boolean yes, boolean no, String what, String how) {
        var name = new Span(what);
        name.addClassName("strong");
        var small = new Span(how);
        small.addClassName("small");
        var said = new Div(name, small);
        var entry = new ListItem((yes ? Glyph.SHIELD : no ? Glyph.WITHHELD : Glyph.BOOKED).icon(), said);
        entry.addClassName(yes ? "yes" : no ? "no" : "open");
        return entry;
    }

    private void next(long errors, boolean tried, boolean replayed, boolean own) {
        Component next = null;
        if (!page.edits() && !page.tries()) {
            return;
        }
        if (errors > 0) {
            next = link(Page.Tab.DRAFT, text(errors == 1 ? "next.fix" : "next.fixes", errors));
        } else if (!tried) {
            next = link(Page.Tab.TRY, text("next.try"));
        } else if (!replayed && page.edits()) {
            next = link(Page.Tab.REPLAY, text("next.replay"));
        } else if (page.actor().clinicalLead() && !own) {
            var approve = new Button(text("next.approve", Page.name(page.shown())), click -> approve());
            approve.addThemeVariants(ButtonVariant.PRIMARY);
            next = approve;
        } else if (page.edits() && page.shown().lastEditorId() == null) {
            next = start();
        }
        if (next != null) {
            add(next);
        }
    }

    private Component link(Page.Tab tab, String text) {
        if (tab == page.tab()) {
            var here = new Span(text);
            here.addClassName("muted");
            return here;
        }
        return Parts.button(page.to(tab), text, true);
    }

    private void approve() {
        if (Says.problem(
                this,
                () -> protocols.approve(
                        page.shown().number(),
                        drafts.info(page.shown().number()).contentHash()))) {
            Says.done(text("approved", Page.name(page.shown())));
            page.refresh().run();
        }
    }
}
