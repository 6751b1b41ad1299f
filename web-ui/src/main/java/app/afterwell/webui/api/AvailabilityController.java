package app.afterwell.webui.api;

import app.afterwell.booking.Availability;
import app.afterwell.booking.FindSlots;
import app.afterwell.booking.FreeSlot;
import app.afterwell.domain.PractitionerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Free times. */
@RestController
@RequestMapping("/api/v1/availability")
@Tag(name = "Appointments")
class AvailabilityController {

    private final Availability availability;
    private final DirectoryLookup lookup;

    AvailabilityController(Availability availability, DirectoryLookup lookup) {
        this.availability = availability;
        this.lookup = lookup;
    }

    @Operation(summary = "The times at which a service can start; for a client within the rules for booking oneself")
    @GetMapping
    FreeJson free(
            @Parameter(description = "its code") @RequestParam String service,
            @Parameter(description = "first day") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = "last day, included") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to,
            @RequestParam @Nullable PractitionerId practitioner,
            @Parameter(description = "its code") @RequestParam @Nullable String location) {
        var free = availability.free(new FindSlots(
                lookup.service(service).id(),
                from,
                to,
                practitioner,
                location == null ? null : lookup.location(location).id(),
                null));
        return new FreeJson(
                free.zone().getId(), free.slots().stream().map(SlotJson::of).toList());
    }

    record FreeJson(String zone, List<SlotJson> slots) {}

    record SlotJson(
            OffsetDateTime start,
            OffsetDateTime end,
            Named practitioner,
            @Nullable Named room,
            String zone) {

        static SlotJson of(FreeSlot slot) {
            return new SlotJson(
                    slot.slot().start().atZone(slot.zone()).toOffsetDateTime(),
                    slot.slot().end().atZone(slot.zone()).toOffsetDateTime(),
                    new Named(slot.practitioner().value(), slot.practitionerName()),
                    slot.room() == null || slot.roomName() == null
                            ? null
                            : new Named(slot.room().value(), slot.roomName()),
                    slot.zone().getId());
        }
    }
}
