package app.afterwell.webui.admin.protocol;

import static app.afterwell.webui.admin.protocol.Parts.text;

import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.protocol.ProtocolDrafts;
import app.afterwell.aftercare.protocol.ProtocolInfo;
import app.afterwell.aftercare.protocol.ProtocolOverrides;
import app.afterwell.aftercare.protocol.ProtocolProposals;
import app.afterwell.aftercare.protocol.ProtocolStatus;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.booking.Directory;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.domain.Actor;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.Role;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.webui.admin.protocol.Page.Tab;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.security.Accounts;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The protocol: read by the staff, changed by the owner and the clinical leads, put in force by a lead. */
@Route(value = Page.PATH, layout = StaffLayout.class)
@RolesAllowed({"DESK", "THERAPIST", "OWNER"})
class ProtocolView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Actor actor;
    private final transient Protocols protocols;
    private final transient ProtocolDrafts drafts;
    private final transient ProtocolOverrides overrides;
    private final transient ProtocolProposals proposals;
    private final transient Directory directory;
    private final transient Accounts accounts;
    private final transient LiveUpdates live;
    private final transient Clock clock;
    private transient QueryParameters query = QueryParameters.empty();

    ProtocolView(
            CurrentActor current,
            Protocols protocols,
            ProtocolDrafts drafts,
            ProtocolOverrides overrides,
            ProtocolProposals proposals,
            Directory directory,
            Accounts accounts,
            LiveUpdates live,
            Clock clock) {
        actor = current.require();
        this.protocols = protocols;
        this.drafts = drafts;
        this.overrides = overrides;
        this.proposals = proposals;
        this.directory = directory;
        this.accounts = accounts;
        this.live = live;
        this.clock = clock;
        setId("main");
        addClassName("protocol");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = event.getLocation().getQueryParameters();
        show();
    }

    private void show() {
        removeAll();
        var page = page();
        var head = new Head(page, drafts, protocols, leads(page.shown()));
        add(head, tabs(page));
        var written = page.written();
        if (written == null && page.tab() != Tab.DRAFT && page.tab() != Tab.VERSIONS && page.tab() != Tab.OVERRIDES) {
            add(unreadable(page));
        } else {
            add(panel(page, written, head));
        }
    }

    private Page page() {
        var versions = protocols.all();
        var inForce = protocols.inForceInfo();
        Map<String, String> also = new HashMap<>();
        query.getParameters()
                .forEach((key, values) -> values.stream().findFirst().ifPresent(value -> also.put(key, value)));
        var tab = Arrays.stream(Tab.values())
                .filter(value -> value.name().equalsIgnoreCase(also.getOrDefault("view", "")))
                .filter(this::opens)
                .findFirst()
                .orElse(Tab.ITEMS);
        var shown = shown(versions, inForce, tab, also.getOrDefault("version", ""));
        return new Page(
                actor, getLocale(), zone(), versions, shown, inForce, written(shown.number()), tab, also, this::show);
    }

    /** The version that is asked for; without one the latest draft where drafts are written, else the one in force. */
    private ProtocolInfo shown(List<ProtocolInfo> versions, ProtocolInfo inForce, Tab tab, String asked) {
        Optional<ProtocolInfo> wanted = versions.stream()
                .filter(version -> String.valueOf(version.number()).equals(asked))
                .findFirst();
        if (wanted.isEmpty() && (tab == Tab.DRAFT || tab == Tab.DIFFERENCE || tab == Tab.REPLAY)) {
            wanted = versions.stream()
                    .filter(version -> version.status() == ProtocolStatus.DRAFT)
                    .findFirst();
        }
        return wanted.orElse(inForce);
    }

    private @Nullable ProtocolDefinition written(int number) {
        try {
            return drafts.written(number);
        } catch (UnacceptableException e) {
            return null;
        }
    }

    private ZoneId zone() {
        return directory.locations().stream()
                .findFirst()
                .map(location -> location.zone())
                .orElseGet(ZoneId::systemDefault);
    }

    private boolean opens(Tab tab) {
        boolean edits = actor.has(Role.OWNER) || actor.clinicalLead();
        return switch (tab) {
            case ITEMS, TABLES, VERSIONS -> true;
            case DIFFERENCE, TRY -> actor.has(Role.OWNER) || actor.has(Role.THERAPIST);
            case DRAFT, REPLAY -> edits;
            case OVERRIDES -> actor.clinicalLead();
        };
    }

    private Nav tabs(Page page) {
        var list = new UnorderedList();
        for (Tab tab : Tab.values()) {
            if (opens(tab)) {
                var link = new Anchor(page.to(tab), text("tab." + tab));
                if (tab == page.tab()) {
                    link.getElement().setAttribute("aria-current", "page");
                }
                list.add(new ListItem(link));
            }
        }
        list.addClassName("plain");
        var nav = new Nav(list);
        nav.addClassName("protocol-tabs");
        nav.setAriaLabel(text("tabs"));
        return nav;
    }

    private Component panel(Page page, @Nullable ProtocolDefinition written, Head head) {
        return switch (page.tab()) {
            case DRAFT -> draft(page, head);
            case VERSIONS -> new VersionsPanel(page, protocols, drafts, proposals);
            case OVERRIDES ->
                new OverridesPanel(page, overrides, new RuleNames(inForce(page)), names(), clock.instant());
            default -> written == null ? unreadable(page) : readable(page, written, head);
        };
    }

    private Component readable(Page page, ProtocolDefinition written, Head head) {
        return switch (page.tab()) {
            case TABLES -> new TablesPanel(page, written);
            case DIFFERENCE -> new DifferencePanel(page, differences(page, written));
            case TRY ->
                new TryPanel(
                        page,
                        written,
                        inForce(page),
                        drafts,
                        LocalDate.ofInstant(clock.instant(), page.zone()),
                        head::show);
            case REPLAY -> new ReplayPanel(page, written, drafts, overrides, names(), head::show);
            default -> items(page, written, head);
        };
    }

    /** The items of a draft are changed where they are read; all others are only read. */
    private Component items(Page page, ProtocolDefinition written, Head head) {
        var changes = page.tries() ? differences(page, written) : List.<ProtocolText.Difference>of();
        return new ItemsPanel(
                page,
                written,
                changes,
                page.also().getOrDefault("find", ""),
                item -> page.isWritable()
                        ? new ItemEditor(page, drafts, written, inForce(page), item.code(), live, clock, head::show)
                        : new ItemDetail(page, written, item, changes, proposals));
    }

    private Component draft(Page page, Head head) {
        if (page.isDraft()) {
            var panel = new Div();
            if (!page.isWritable()) {
                panel.add(Parts.notice("", Glyph.SHIELD, new Span(text("draft.shipped")), startButton(page)));
            }
            panel.add(new DraftPanel(page, drafts, live, clock, head::show));
            panel.addClassName("draft-page");
            return panel;
        }
        var empty =
                Parts.empty(text("draft.none"), text("draft.none.text", Page.name(page.shown())), startButton(page));
        page.versions().stream()
                .filter(version -> version.status() == ProtocolStatus.DRAFT)
                .forEach(version -> empty.add(Parts.button(
                        Page.to(Tab.DRAFT, version.number()),
                        text("draft.go", Page.name(version), version.lastEditor()),
                        false)));
        if (page.shown().status() == ProtocolStatus.DISCARDED) {
            empty.add(new Button(text("draft.undo"), click -> {
                if (Says.problem(this, () -> drafts.restore(page.shown().number()))) {
                    show();
                }
            }));
        }
        return empty;
    }

    private Component startButton(Page page) {
        return new Button(
                text("draft.start", Page.name(page.shown())),
                click -> Says.problem(this, () -> {
                    var draft = drafts.start(page.shown().number());
                    getUI().ifPresent(ui ->
                            ui.navigate(Page.PATH, QueryParameters.fromString("view=items&version=" + draft.number())));
                }));
    }

    private Div unreadable(Page page) {
        return Parts.empty(
                text("unreadable"),
                text(page.edits() ? "unreadable.text" : "unreadable.reader"),
                page.edits() ? Parts.button(page.to(Tab.DRAFT), text("tab.DRAFT"), false) : new Span());
    }

    private ProtocolDefinition inForce(Page page) {
        return drafts.written(page.inForce().number());
    }

    private List<ProtocolText.Difference> differences(Page page, ProtocolDefinition written) {
        return page.shown().number() == page.inForce().number()
                ? List.of()
                : ProtocolText.between(inForce(page), written);
    }

    private Map<PractitionerId, String> names() {
        return directory.practitioners().stream()
                .collect(Collectors.toMap(PractitionerInfo::id, PractitionerInfo::name));
    }

    /** The owner keeps the accounts and may know who holds the right; others are told what kind of person it takes. */
    private List<String> leads(ProtocolInfo shown) {
        if (!actor.has(Role.OWNER)) {
            return List.of();
        }
        var leads = new ArrayList<String>();
        for (var account : accounts.list()) {
            if (account.enabled() && account.clinicalLead() && !account.id().equals(shown.lastEditorId())) {
                leads.add(account.name());
            }
        }
        return leads;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(text("page"));
    }
}
