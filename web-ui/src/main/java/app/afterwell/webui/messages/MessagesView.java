package app.afterwell.webui.messages;

import app.afterwell.aftercare.checkin.CheckInSettings;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.Says;
import app.afterwell.webui.shell.LiveUpdates;
import app.afterwell.webui.shell.PageTitle;
import app.afterwell.webui.shell.StaffLayout;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What goes out to clients: the queue, the words and the times. */
@Route(value = "admin/messages", layout = StaffLayout.class)
@RolesAllowed("OWNER")
class MessagesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Messages messages;
    private final transient MessageTexts texts;
    private final transient MessagePreview preview;
    private final transient MessageSettings settings;
    private final transient CheckInSettings checkIns;
    private final transient List<Channel> channels;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private Tab tab = Tab.QUEUE;
    private Messages.Part part = Messages.Part.DUE;

    /** The parts of the page; the address holds which is shown. */
    enum Tab {
        QUEUE,
        TEXTS,
        TIMES
    }

    MessagesView(
            Messages messages,
            MessageTexts texts,
            MessagePreview preview,
            MessageSettings settings,
            CheckInSettings checkIns,
            List<Channel> channels,
            app.afterwell.booking.Directory directory,
            LiveUpdates live,
            Clock clock) {
        this.messages = messages;
        this.texts = texts;
        this.preview = preview;
        this.settings = settings;
        this.checkIns = checkIns;
        this.channels = channels;
        this.clock = clock;
        zone = directory.locations().stream()
                .findFirst()
                .map(location -> location.zone())
                .orElseGet(ZoneId::systemDefault);
        setId("main");
        addClassNames("admin-page", "messages-page");
        live.subscribe(this, Messages.LIVE, topic -> {
            if (tab == Tab.QUEUE) {
                show();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        tab = named(Tab.values(), query.getSingleParameter("tab")).orElse(Tab.QUEUE);
        part = named(Messages.Part.values(), query.getSingleParameter("part")).orElse(Messages.Part.DUE);
        show();
    }

    private void show() {
        removeAll();
        var head = new Div(new H1(getTranslation("admin.messages")), choice());
        head.addClassName("head");
        add(head);
        switch (tab) {
            case QUEUE -> queue();
            case TEXTS -> add(new TextsEditor(texts, preview, getLocale()));
            case TIMES -> add(new TimesForm(settings, checkIns));
        }
    }

    private void queue() {
        var said = new HashSet<String>();
        for (var channel : channels) {
            channel.hindrance().filter(said::add).ifPresent(why -> add(hindrance(channel, why)));
        }
        var counts = messages.counts();
        var parts = new RadioButtonGroup<Messages.Part>();
        parts.addClassName("segmented");
        parts.setAriaLabel(getTranslation("admin.messages.parts"));
        parts.setItems(Messages.Part.values());
        parts.setItemLabelGenerator(
                value -> getTranslation("admin.messages.part." + value) + " (" + counts.of(value) + ")");
        parts.setValue(part);
        parts.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        "admin/messages",
                        QueryParameters.of("part", event.getValue().name())));
            }
        });
        var bar = new Div(parts);
        bar.addClassNames("row", "messages-bar");
        if (counts.due() + counts.failed() > 0) {
            bar.add(new Button(
                    getTranslation("admin.messages.drain"),
                    Glyph.REPLAY.icon(),
                    event -> act(() -> {
                        int started = messages.drain();
                        Says.done(getTranslation("admin.messages.drained", started));
                    })));
        }
        add(bar);
        var lines = messages.list(part);
        if (lines.isEmpty()) {
            var none = new Div(new Paragraph(getTranslation("admin.messages.none." + part)));
            none.addClassNames("empty", "admin-scroll");
            add(none);
            return;
        }
        add(new MessageTable(
                lines,
                true,
                zone,
                clock.instant(),
                id -> act(() -> messages.retry(id)),
                id -> act(() -> messages.cancel(id))));
    }

    private Component hindrance(Channel channel, String why) {
        var notice = new Div(Glyph.MESSAGE.icon(), new Paragraph(getTranslation("message.problem." + why)));
        notice.addClassName("notice");
        if (channel.way() == app.afterwell.intake.Way.EMAIL) {
            notice.addClassName("warn");
        }
        return notice;
    }

    private RadioButtonGroup<Tab> choice() {
        var choice = new RadioButtonGroup<Tab>();
        choice.addClassName("segmented");
        choice.setAriaLabel(getTranslation("admin.messages.tabs"));
        choice.setItems(Tab.values());
        choice.setItemLabelGenerator(value -> getTranslation("admin.messages.tab." + value));
        choice.setValue(tab);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        "admin/messages",
                        QueryParameters.of("tab", event.getValue().name())));
            }
        });
        return choice;
    }

    private void act(Runnable action) {
        if (Says.problem(this, action)) {
            show();
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, Optional<String> name) {
        return name.flatMap(text ->
                Arrays.stream(values).filter(value -> value.name().equals(text)).findFirst());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("admin.messages"));
    }
}
