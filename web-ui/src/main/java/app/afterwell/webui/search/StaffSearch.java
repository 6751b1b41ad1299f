package app.afterwell.webui.search;

import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.VisitSearch;
import app.afterwell.domain.LocationId;
import app.afterwell.intake.ClientView;
import app.afterwell.intake.Clients;
import app.afterwell.webui.components.Glyph;
import app.afterwell.webui.components.PhoneNumbers;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Searches clients, their visits and days. What a hit says is the calendar and contact data, nothing of anybody's health. */
@Component
class StaffSearch {

    private static final int CLIENTS = 6;
    private static final int CLIENTS_WITH_VISITS = 3;
    private static final int NEXT_VISITS = 2;
    private static final int VISITS = 6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Clients clients;
    private final VisitSearch visits;
    private final Directory directory;
    private final Clock clock;

    StaffSearch(Clients clients, VisitSearch visits, Directory directory, Clock clock) {
        this.clients = clients;
        this.visits = visits;
        this.directory = directory;
        this.clock = clock;
    }

    /** What fits, the best of each kind first: a day, then clients, then their visits. */
    List<Hit> find(String typed, Locale locale) {
        if (typed.isBlank()) {
            return List.of();
        }
        var places = directory.locations();
        var zone = places.isEmpty() ? ZoneOffset.UTC : places.getFirst().zone();
        var country = places.isEmpty() ? "" : places.getFirst().country();
        var hits = new ArrayList<Hit>();
        DateWords.read(typed, LocalDate.ofInstant(clock.instant(), zone), locale)
                .ifPresent(day -> hits.add(day(day, locale)));
        var found = clients.lookUp(typed, CLIENTS);
        found.forEach(client -> hits.add(client(client, country, locale)));
        var codes = places.stream().collect(Collectors.toMap(LocationInfo::id, LocationInfo::code));
        visits
                .around(
                        found.stream()
                                .limit(CLIENTS_WITH_VISITS)
                                .map(ClientView::id)
                                .toList(),
                        NEXT_VISITS)
                .stream()
                .limit(VISITS)
                .forEach(visit -> hits.add(visit(visit, codes, locale)));
        return List.copyOf(hits);
    }

    private static Hit day(LocalDate day, Locale locale) {
        return new Hit(
                Glyph.CALENDAR,
                "day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(day),
                "",
                false,
                "desk",
                QueryParameters.of("date", day.toString()));
    }

    private static Hit client(ClientView client, String country, Locale locale) {
        var born = client.birthDate() == null
                ? null
                : I18NProvider.translate(
                        locale,
                        "booking.born",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(locale)
                                .format(client.birthDate()));
        var phone = client.phone() == null ? null : PhoneNumbers.read(client.phone(), country);
        return new Hit(
                Glyph.NEW,
                "client",
                client.name(),
                Stream.of(born, phone, client.email()).filter(Objects::nonNull).collect(Collectors.joining(", ")),
                true,
                "clients/" + client.id(),
                QueryParameters.empty());
    }

    private static Hit visit(AppointmentInfo visit, Map<LocationId, String> codes, Locale locale) {
        var at = visit.slot().start().atZone(visit.zone());
        var when = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(at)
                + ", " + TIME.format(at);
        var code = codes.get(visit.location());
        var query = code == null
                ? Map.of(
                        "date", at.toLocalDate().toString(), "visit", visit.id().toString())
                : Map.of(
                        "location",
                        code,
                        "date",
                        at.toLocalDate().toString(),
                        "visit",
                        visit.id().toString());
        return new Hit(
                Glyph.CLOCK,
                "visit",
                when + ", " + visit.clientName(),
                I18NProvider.translate(
                                locale,
                                "desk.client.visit.what",
                                visit.serviceName(),
                                visit.practitionerName(),
                                visit.locationName())
                        + ", " + I18NProvider.translate(locale, "vocabulary.VisitStatus." + visit.status()),
                true,
                "desk",
                QueryParameters.simple(query));
    }
}
