package app.afterwell.webui.api;

import app.afterwell.booking.AppointmentFilter;
import app.afterwell.booking.AppointmentInfo;
import app.afterwell.booking.Availability;
import app.afterwell.booking.BookAppointment;
import app.afterwell.booking.Calendar;
import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.Money;
import app.afterwell.booking.MoveAppointment;
import app.afterwell.domain.AppointmentId;
import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.VisitStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The appointments. */
@RestController
@RequestMapping("/api/v1/appointments")
@Tag(name = "Appointments")
class AppointmentController {

    private final Calendar calendar;
    private final Directory directory;
    private final DirectoryLookup lookup;
    private final Availability availability;
    private final ClientDirectory clients;

    AppointmentController(
            Calendar calendar,
            Directory directory,
            DirectoryLookup lookup,
            Availability availability,
            ClientDirectory clients) {
        this.calendar = calendar;
        this.directory = directory;
        this.lookup = lookup;
        this.availability = availability;
        this.clients = clients;
    }

    @Operation(summary = "Appointments by start; a client gets only their own")
    @GetMapping
    Paged<AppointmentJson> list(
            @Parameter(description = "a date by the location's clock, or an instant with offset")
                    @RequestParam
                    @Nullable
                    String from,
            @Parameter(description = "a date, included, or an instant, no longer included") @RequestParam @Nullable
                    String to,
            @RequestParam @Nullable PractitionerId practitioner,
            @RequestParam @Nullable ClientId client,
            @Parameter(description = "its code") @RequestParam @Nullable String location,
            @RequestParam @Nullable Set<VisitStatus> status,
            @Valid @ParameterObject Paging paging) {
        var at = location == null ? null : lookup.location(location);
        var zone = zone(at, practitioner);
        var found = calendar.appointments(new AppointmentFilter(
                from == null ? null : instant("from", from, zone, 0),
                to == null ? null : instant("to", to, zone, 1),
                practitioner,
                client,
                at == null ? null : at.id(),
                status == null ? Set.of() : status,
                paging.index(),
                paging.limit()));
        return Paged.of(found.items().stream().map(AppointmentJson::of).toList(), paging, found.total());
    }

    /** By whose clock a date is meant: the location's, otherwise that of the first one where the practitioner works. */
    private ZoneId zone(@Nullable LocationInfo location, @Nullable PractitionerId practitioner) {
        if (location != null) {
            return location.zone();
        }
        var locations = directory.locations();
        var worked = directory.practitioners().stream()
                .filter(each -> each.id().equals(practitioner))
                .findFirst();
        return locations.stream()
                .filter(each -> worked.isEmpty() || worked.get().worksAt(each.id()))
                .findFirst()
                .map(LocationInfo::zone)
                .orElse(ZoneOffset.UTC);
    }

    /** @param days added to a date, so that a last day is included */
    private static Instant instant(String field, String text, ZoneId zone, int days) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw UnacceptableException.field(field, "type", "This is neither a date nor an instant with offset");
        }
    }

    @GetMapping("/{id}")
    AppointmentJson get(@PathVariable AppointmentId id) {
        return AppointmentJson.of(calendar.appointment(id));
    }

    @Operation(summary = "Book; staff may overlap or go outside hours with an override, whose reason is recorded")
    @PostMapping
    ResponseEntity<AppointmentJson> book(@RequestBody @Valid NewAppointment body) {
        var booked = calendar.book(new BookAppointment(
                body.client(),
                lookup.service(body.service()).id(),
                body.practitioner() == null ? chosen(body) : body.practitioner(),
                body.start().toInstant(),
                length(body.minutes()),
                body.room(),
                body.location() == null
                        ? null
                        : lookup.location(body.location()).id(),
                body.notes(),
                body.override() == null ? null : body.override().reason()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/v1/appointments/" + booked.id()))
                .body(AppointmentJson.of(booked.named(name(body.client()))));
    }

    private String name(ClientId client) {
        @Nullable ClientCard card = clients.cards(Set.of(client)).get(client);
        return card == null ? "" : card.name();
    }

    /** Whoever has the fewest visits that day, or whom the client knows. */
    private PractitionerId chosen(NewAppointment body) {
        var service = lookup.service(body.service());
        var locations = body.location() == null ? directory.locations() : List.of(lookup.location(body.location()));
        return locations.stream()
                .flatMap(location -> availability
                        .choose(
                                service.id(),
                                body.start().toInstant(),
                                length(body.minutes()),
                                location.id(),
                                body.client())
                        .stream())
                .findFirst()
                .map(choice -> choice.slot().practitioner())
                .orElseThrow(() -> new ConflictException("slot-taken", "Nobody is free then."));
    }

    @Operation(summary = "Where it stood before it was moved, the latest first; staff only")
    @GetMapping("/{id}/history")
    List<PastJson> history(@PathVariable AppointmentId id) {
        var zone = calendar.appointment(id).zone();
        return calendar.history(id).stream()
                .map(past -> new PastJson(
                        past.movedAt().atZone(zone).toOffsetDateTime(),
                        past.movedBy(),
                        past.slot().start().atZone(zone).toOffsetDateTime(),
                        past.slot().end().atZone(zone).toOffsetDateTime(),
                        past.practitionerName(),
                        past.roomName()))
                .toList();
    }

    @Operation(summary = "Move; what is left out stays as it is")
    @PatchMapping("/{id}")
    AppointmentJson move(@PathVariable AppointmentId id, @RequestBody @Valid NewTime body) {
        var start = body.start() == null
                ? calendar.appointment(id).slot().start()
                : body.start().toInstant();
        return AppointmentJson.of(calendar.move(new MoveAppointment(
                id,
                body.version(),
                start,
                length(body.minutes()),
                body.practitioner(),
                body.room(),
                body.override() == null ? null : body.override().reason())));
    }

    @Operation(summary = "Cancel; inside the location's notice period it counts as late")
    @PostMapping("/{id}/cancel")
    AppointmentJson cancel(@PathVariable AppointmentId id, @RequestBody @Valid Cancellation body) {
        return AppointmentJson.of(calendar.cancel(id, body.reason()));
    }

    @Operation(summary = "Say where it stands; ARRIVED from its own day on. A client may confirm")
    @PostMapping("/{id}/status")
    AppointmentJson status(@PathVariable AppointmentId id, @RequestBody @Valid NewStatus body) {
        var changed = body.status() == VisitStatus.NO_SHOW && body.reason() != null
                ? calendar.noShow(id, body.reason())
                : calendar.setStatus(id, body.status());
        return AppointmentJson.of(changed);
    }

    private static @Nullable Duration length(@Nullable Integer minutes) {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    /**
     * @param service by its code
     * @param practitioner whoever is free and has the fewest visits that day if left out
     * @param minutes the service's own if left out; staff only
     * @param location by its code; where the practitioner works then if left out
     */
    record NewAppointment(
            @NotNull ClientId client,
            @NotBlank String service,
            @Nullable PractitionerId practitioner,
            @NotNull OffsetDateTime start,
            @Nullable Integer minutes,
            @Nullable RoomId room,
            @Nullable String location,
            @Size(max = 2000) @Nullable String notes,
            @Valid @Nullable Override override) {}

    record NewTime(
            @NotNull Long version,
            @Nullable OffsetDateTime start,
            @Nullable Integer minutes,
            @Nullable PractitionerId practitioner,
            @Nullable RoomId room,
            @Valid @Nullable Override override) {}

    /** Staff overlap, go outside hours or start in the past on purpose. */
    record Override(@NotBlank @Size(min = 3, max = 500) String reason) {}

    record Cancellation(@NotBlank @Size(max = 500) String reason) {}

    /** @param reason why a client did not come */
    record NewStatus(
            @NotNull VisitStatus status,
            @Size(min = 1, max = 500) @Nullable String reason) {}

    record PastJson(
            OffsetDateTime movedAt,
            String movedBy,
            OffsetDateTime start,
            OffsetDateTime end,
            String practitioner,
            @Nullable String room) {}

    record Service(UUID id, String code, String name) {}

    record AppointmentJson(
            AppointmentId id,
            long version,
            Named client,
            Service service,
            Named practitioner,
            Named location,
            String zone,
            @Nullable Named room,
            OffsetDateTime start,
            OffsetDateTime end,
            VisitStatus status,
            OffsetDateTime statusSince,
            @Nullable String reason,
            boolean late,
            boolean forced,
            @Nullable Override override,
            Money price,
            @Nullable String notes,
            @Nullable UUID party,
            @Nullable UUID series) {

        static AppointmentJson of(AppointmentInfo appointment) {
            var zone = appointment.zone();
            return new AppointmentJson(
                    appointment.id(),
                    appointment.version(),
                    new Named(appointment.client().value(), appointment.clientName()),
                    new Service(appointment.service().value(), appointment.serviceCode(), appointment.serviceName()),
                    new Named(appointment.practitioner().value(), appointment.practitionerName()),
                    new Named(appointment.location().value(), appointment.locationName()),
                    zone.getId(),
                    appointment.room() == null || appointment.roomName() == null
                            ? null
                            : new Named(appointment.room().value(), appointment.roomName()),
                    appointment.slot().start().atZone(zone).toOffsetDateTime(),
                    appointment.slot().end().atZone(zone).toOffsetDateTime(),
                    appointment.status(),
                    appointment.statusSince().atZone(zone).toOffsetDateTime(),
                    appointment.reason(),
                    appointment.late(),
                    appointment.forced(),
                    appointment.overrideReason() == null ? null : new Override(appointment.overrideReason()),
                    appointment.price(),
                    appointment.notes(),
                    appointment.party(),
                    appointment.series());
        }
    }
}
