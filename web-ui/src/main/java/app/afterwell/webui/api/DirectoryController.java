package app.afterwell.webui.api;

import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.Money;
import app.afterwell.booking.PractitionerInfo;
import app.afterwell.booking.RoomInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.booking.WeeklySpan;
import app.afterwell.booking.WorkingSpan;
import app.afterwell.domain.LocationId;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.RoomId;
import app.afterwell.domain.ServiceId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where, by whom and what is treated. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Directory")
class DirectoryController {

    private final Directory directory;

    DirectoryController(Directory directory) {
        this.directory = directory;
    }

    @Operation(summary = "The locations with their hours by the local clock, and their rooms")
    @GetMapping("/locations")
    Paged<LocationJson> locations(@Valid @ParameterObject Paging paging) {
        var all = directory.locations();
        return page(all, paging, location -> LocationJson.of(location, directory.rooms(location.id())));
    }

    @Operation(summary = "What the clinic offers; prices in the currency's smallest unit")
    @GetMapping("/services")
    Paged<ServiceJson> services(@Valid @ParameterObject Paging paging) {
        return page(directory.services(), paging, ServiceJson::of);
    }

    @Operation(summary = "Who gives treatments, which, and when they work by the location's clock")
    @GetMapping("/practitioners")
    Paged<PractitionerJson> practitioners(@Valid @ParameterObject Paging paging) {
        var services = directory.services();
        return page(directory.practitioners(), paging, practitioner -> PractitionerJson.of(practitioner, services));
    }

    private static <A, B> Paged<B> page(List<A> all, Paging paging, Function<A, B> json) {
        var items = all.stream()
                .skip((long) paging.index() * paging.limit())
                .limit(paging.limit())
                .map(json)
                .toList();
        return Paged.of(items, paging, all.size());
    }

    /** @param to no longer within; 00:00 is the end of the day */
    record HoursJson(DayOfWeek day, String from, String to) {

        static HoursJson of(WeeklySpan span) {
            return new HoursJson(span.day(), span.from().toString(), span.to().toString());
        }
    }

    record LocationJson(
            LocationId id,
            String code,
            String name,
            String zone,
            String country,
            String phone,
            String address,
            List<HoursJson> hours,
            List<RoomJson> rooms) {

        static LocationJson of(LocationInfo location, List<RoomInfo> rooms) {
            return new LocationJson(
                    location.id(),
                    location.code(),
                    location.name(),
                    location.zone().getId(),
                    location.country(),
                    location.phone(),
                    location.address(),
                    location.hours().stream().map(HoursJson::of).toList(),
                    rooms.stream()
                            .map(room -> new RoomJson(room.id(), room.name(), room.lanes()))
                            .toList());
        }
    }

    /** @param lanes how many clients fit at a time */
    record RoomJson(RoomId id, String name, int lanes) {}

    record ServiceJson(
            ServiceId id,
            String code,
            String name,
            String description,
            int minutes,
            int bufferBefore,
            int bufferAfter,
            Money price,
            boolean onlineBookable,
            List<PractitionerId> practitioners) {

        static ServiceJson of(ServiceInfo service) {
            return new ServiceJson(
                    service.id(),
                    service.code(),
                    service.name(),
                    service.description(),
                    service.minutes(),
                    service.bufferBefore(),
                    service.bufferAfter(),
                    service.price(),
                    service.onlineBookable(),
                    service.practitioners().stream()
                            .sorted(Comparator.comparing(PractitionerId::value))
                            .toList());
        }
    }

    /** @param services by code */
    record PractitionerJson(PractitionerId id, String name, List<String> services, List<WorkingJson> hours) {

        static PractitionerJson of(PractitionerInfo practitioner, List<ServiceInfo> services) {
            return new PractitionerJson(
                    practitioner.id(),
                    practitioner.name(),
                    services.stream()
                            .filter(service -> service.practitioners().contains(practitioner.id()))
                            .map(ServiceInfo::code)
                            .toList(),
                    practitioner.hours().stream().map(WorkingJson::of).toList());
        }
    }

    /** @param to no longer within; 00:00 is the end of the day */
    record WorkingJson(LocationId location, DayOfWeek day, String from, String to) {

        static WorkingJson of(WorkingSpan span) {
            return new WorkingJson(
                    span.location(),
                    span.day(),
                    span.from().toString(),
                    span.to().toString());
        }
    }
}
