package app.afterwell.webui.messages;

import app.afterwell.booking.Calendar;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.Visit;
import app.afterwell.domain.VisitStatus;
import app.afterwell.domain.Visits;
import app.afterwell.intake.PreferenceBook;
import app.afterwell.webui.components.PhoneNumbers;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the links in messages open: an appointment to be confirmed by a tap, a time that is offered, and the end of a topic. Looking changes
 * nothing, so that a scanner of mails confirms and ends nothing; only the tap does, or a mail program's own one click.
 */
@Controller
class MessageLinkController {

    private final MessageLinks links;
    private final Visits visits;
    private final ClientDirectory clients;
    private final PreferenceBook preferences;
    private final Calendar calendar;
    private final OfferedTimes offers;
    private final I18NProvider translations;
    private final Clock clock;

    MessageLinkController(
            MessageLinks links,
            Visits visits,
            ClientDirectory clients,
            PreferenceBook preferences,
            Calendar calendar,
            OfferedTimes offers,
            I18NProvider translations,
            Clock clock) {
        this.links = links;
        this.visits = visits;
        this.clients = clients;
        this.preferences = preferences;
        this.calendar = calendar;
        this.offers = offers;
        this.translations = translations;
        this.clock = clock;
    }

    /**
     * A page with one thing to do.
     *
     * @param button label of the one thing to do; null if there is nothing to do
     * @param other label of the way not to do it; null if leaving the page is enough
     * @param done whether what is shown has been done
     */
    record Page(
            @Nullable String clinic,
            String title,
            String text,
            @Nullable String detail,
            @Nullable String button,
            @Nullable String other,
            @Nullable String phone,
            @Nullable String phoneText,
            boolean done) {}

    @GetMapping("/visit/{token}")
    public ModelAndView visit(@PathVariable String token, Locale locale) {
        try {
            return show(visit(links.visiting(token)), locale);
        } catch (NotFoundException e) {
            return closed("link.visit.closed", locale);
        }
    }

    @PostMapping("/visit/{token}")
    public ModelAndView confirm(@PathVariable String token, Locale locale) {
        try {
            var visiting = links.visiting(token);
            var visit = visit(visiting);
            if (visit.status() == VisitStatus.BOOKED && visit.slot().start().isAfter(clock.instant())) {
                @Nullable
                ClientCard card = clients.cards(Set.of(visiting.client())).get(visiting.client());
                new LinkActor(visiting.client(), card == null ? "–" : card.name())
                        .act(() -> calendar.setStatus(visit.id(), VisitStatus.CONFIRMED));
            }
            return show(visit(visiting), locale);
        } catch (NotFoundException e) {
            return closed("link.visit.closed", locale);
        }
    }

    /** A time that is held for them. */
    @GetMapping("/offer/{token}")
    public ModelAndView offer(@PathVariable String token, Locale locale) {
        try {
            return offered(links.offering(token), locale);
        } catch (NotFoundException e) {
            return closed("link.offer.closed", locale);
        }
    }

    /** @param answer {@code yes} or {@code no} */
    @PostMapping("/offer/{token}")
    public ModelAndView decide(
            @PathVariable String token, @RequestParam(defaultValue = "") String answer, Locale locale) {
        try {
            var offering = links.offering(token);
            if (answer.equals("yes")) {
                offers.accept(offering.client(), offering.offer());
            } else if (answer.equals("no")
                    && offers.open(offering.client(), offering.offer()).isPresent()) {
                offers.decline(offering.client(), offering.offer());
                return page(
                        new Page(
                                null,
                                say("link.offer.declined", locale),
                                say("link.offer.declined.text", locale),
                                null,
                                null,
                                null,
                                null,
                                null,
                                true),
                        HttpStatus.OK);
            }
            return offered(offering, locale);
        } catch (NotFoundException | ConflictException e) {
            return closed("link.offer.closed", locale);
        }
    }

    private ModelAndView offered(MessageLinks.Offering offering, Locale locale) {
        var open = offers.open(offering.client(), offering.offer());
        if (open.isPresent()) {
            var visit = open.get().visit();
            var until = DateTimeFormatter.ofPattern("HH:mm", locale)
                    .format(open.get().until().atZone(visit.zone()));
            return page(
                    new Page(
                            visit.locationName(),
                            say("link.offer.title", locale),
                            when(visit, locale),
                            what(visit, locale) + ". " + say("link.offer.until", locale, until),
                            say("link.offer.button", locale),
                            say("link.offer.other", locale),
                            visit.locationPhone(),
                            PhoneNumbers.read(visit.locationPhone(), visit.country()),
                            false),
                    HttpStatus.OK);
        }
        var visit = visit(new MessageLinks.Visiting(offering.client(), new AppointmentId(offering.offer())));
        if (visit.status().frees()) {
            return closed("link.offer.closed", locale);
        }
        return page(
                new Page(
                        visit.locationName(),
                        say("link.offer.taken", locale),
                        when(visit, locale),
                        what(visit, locale),
                        null,
                        null,
                        visit.locationPhone(),
                        PhoneNumbers.read(visit.locationPhone(), visit.country()),
                        true),
                HttpStatus.OK);
    }

    @GetMapping("/stop/{token}")
    public ModelAndView stop(@PathVariable String token, Locale locale) {
        try {
            var topic = links.stopping(token).topic();
            return page(
                    new Page(
                            null,
                            say("link.stop.title", locale),
                            say("link.stop.text", locale, say("message.topic." + topic, locale)),
                            say("link.stop.back", locale),
                            say("link.stop.button", locale),
                            null,
                            null,
                            null,
                            false),
                    HttpStatus.OK);
        } catch (NotFoundException e) {
            return closed("link.stop.closed", locale);
        }
    }

    /** Also what a mail program posts by itself (RFC 8058), so it asks for no cookie and no second step. */
    @PostMapping("/stop/{token}")
    public ModelAndView stopped(@PathVariable String token, Locale locale) {
        try {
            var stopping = links.stopping(token);
            preferences.stop(stopping.client(), stopping.topic());
            return page(
                    new Page(
                            null,
                            say("link.stopped.title", locale),
                            say("link.stopped.text", locale, say("message.topic." + stopping.topic(), locale)),
                            say("link.stop.back", locale),
                            null,
                            null,
                            null,
                            null,
                            true),
                    HttpStatus.OK);
        } catch (NotFoundException e) {
            return closed("link.stop.closed", locale);
        }
    }

    private Visit visit(MessageLinks.Visiting visiting) {
        return visits.visit(visiting.appointment())
                .filter(visit -> visit.client().equals(visiting.client()))
                .orElseThrow(() -> new NotFoundException("visit link"));
    }

    private ModelAndView show(Visit visit, Locale locale) {
        var state = switch (visit.status()) {
            case BOOKED -> "open";
            case CONFIRMED -> "confirmed";
            case CANCELLED, NO_SHOW -> "cancelled";
            case ARRIVED, IN_SESSION, COMPLETED -> "over";
        };
        return page(
                new Page(
                        visit.locationName(),
                        say("link.visit." + state, locale),
                        when(visit, locale),
                        what(visit, locale),
                        "open".equals(state) ? say("link.visit.button", locale) : null,
                        null,
                        visit.locationPhone(),
                        PhoneNumbers.read(visit.locationPhone(), visit.country()),
                        "confirmed".equals(state)),
                HttpStatus.OK);
    }

    private String when(Visit visit, Locale locale) {
        var start = visit.slot().start().atZone(visit.zone());
        return say(
                "link.visit.when",
                locale,
                DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(start),
                DateTimeFormatter.ofPattern("HH:mm", locale).format(start));
    }

    private String what(Visit visit, Locale locale) {
        return say(
                "link.visit.what",
                locale,
                visit.serviceName(),
                visit.length().toMinutes(),
                visit.practitionerName(),
                visit.locationName());
    }

    private ModelAndView closed(String key, Locale locale) {
        return page(
                new Page(null, say(key, locale), say(key + ".text", locale), null, null, null, null, null, false),
                HttpStatus.NOT_FOUND);
    }

    private static ModelAndView page(Page page, HttpStatus status) {
        var view = new ModelAndView("mail/page", "page", page);
        view.setStatus(status);
        return view;
    }

    private String say(String key, Locale locale, Object... values) {
        return translations.getTranslation(key, locale, values);
    }
}
