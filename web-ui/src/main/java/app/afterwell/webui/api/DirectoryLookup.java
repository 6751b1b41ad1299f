package app.afterwell.webui.api;

import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.booking.ServiceInfo;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds in the directory what a caller names by its code, or by its id. */
@Component
class DirectoryLookup {

    private final Directory directory;

    DirectoryLookup(Directory directory) {
        this.directory = directory;
    }

    /** @throws UnacceptableException naming the field {@code service} */
    ServiceInfo service(String name) {
        return directory
                .serviceByCode(name)
                .or(() -> id(name).flatMap(id -> directory.services().stream()
                        .filter(service -> service.id().value().equals(id))
                        .findFirst()))
                .orElseThrow(() -> unknown("service", name));
    }

    /** @throws UnacceptableException naming the field {@code location} */
    LocationInfo location(String name) {
        return directory
                .locationByCode(name)
                .or(() -> id(name).flatMap(id -> directory.locations().stream()
                        .filter(location -> location.id().value().equals(id))
                        .findFirst()))
                .orElseThrow(() -> unknown("location", name));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static UnacceptableException unknown(String field, String name) {
        var message = "Unknown code: " + name;
        return new UnacceptableException(
                "unknown-code", message, List.of(new FieldProblem(field, "unknown-code", message)));
    }
}
