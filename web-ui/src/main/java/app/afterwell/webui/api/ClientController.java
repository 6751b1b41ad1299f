package app.afterwell.webui.api;

import app.afterwell.booking.Directory;
import app.afterwell.booking.LocationInfo;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.intake.ClientDetails;
import app.afterwell.intake.ClientView;
import app.afterwell.intake.Clients;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clients' contact data. */
@RestController
@RequestMapping("/api/v1/clients")
@Tag(name = "Clients")
class ClientController {

    private final Clients clients;
    private final Directory directory;
    private final CurrentActor currentActor;

    ClientController(Clients clients, Directory directory, CurrentActor currentActor) {
        this.clients = clients;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    @Operation(summary = "Find clients by any part of name, phone, e-mail or date of birth; forgives a slip of the pen")
    @GetMapping
    Paged<ClientJson> find(
            @RequestParam(name = "q", defaultValue = "") String typed, @Valid @ParameterObject Paging paging) {
        var found = clients.find(typed, paging.index(), paging.limit());
        return Paged.of(found.clients().stream().map(ClientJson::of).toList(), paging, found.total());
    }

    @Operation(
            summary = "Add a client; zone and country of the phone number are those of the first location if left out")
    @PostMapping
    ResponseEntity<ClientJson> add(@RequestBody @Valid NewClient body) {
        var location = firstLocation();
        var zone = body.zone() != null
                ? zone(body.zone())
                : location.map(LocationInfo::zone).orElse(ZoneOffset.UTC);
        var country = body.country() != null
                ? body.country()
                : location.map(LocationInfo::country).orElse(null);
        var language = body.language() == null ? Locale.ENGLISH : language(body.language());
        var id = clients.add(
                new ClientDetails(body.name(), body.email(), body.phone(), country, body.birthDate(), zone, language));
        return ResponseEntity.created(URI.create("/api/v1/clients/" + id)).body(ClientJson.of(clients.get(id)));
    }

    @Operation(summary = "The client who is signed in")
    @GetMapping("/me")
    ClientJson me(Principal account) {
        // Whoever also acts for others is the one with the account's own address, or else the first on file.
        return currentActor.require().clients().stream()
                .map(clients::get)
                .min(Comparator.<ClientView>comparingInt(
                                client -> account.getName().equalsIgnoreCase(client.email()) ? 0 : 1)
                        .thenComparing(client -> client.id().value()))
                .map(ClientJson::of)
                .orElseThrow(() -> new NotFoundException("a client of this account"));
    }

    @GetMapping("/{id}")
    ClientJson get(@PathVariable ClientId id) {
        return ClientJson.of(clients.get(id));
    }

    @Operation(summary = "Correct what is known; what is left out stays, an empty e-mail or phone is taken away")
    @PatchMapping("/{id}")
    ClientJson correct(@PathVariable ClientId id, @RequestBody @Valid ClientChange body) {
        var before = clients.get(id);
        var country = body.country() != null
                ? body.country()
                : firstLocation().map(LocationInfo::country).orElse(null);
        var after = new ClientDetails(
                Objects.requireNonNullElse(body.name(), before.name()),
                body.email() == null ? before.email() : body.email(),
                body.phone() == null ? before.phone() : body.phone(),
                country,
                body.birthDate() == null ? before.birthDate() : body.birthDate(),
                body.zone() == null ? before.zone() : zone(body.zone()),
                body.language() == null ? before.language() : language(body.language()));
        return ClientJson.of(clients.correct(id, body.version(), after));
    }

    private Optional<LocationInfo> firstLocation() {
        return directory.locations().stream().findFirst();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw unknown("zone", name);
        }
    }

    private static Locale language(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw unknown("language", tag);
        }
    }

    private static UnacceptableException unknown(String field, String value) {
        var message = "Unknown code: " + value;
        return new UnacceptableException(
                "unknown-code", message, List.of(new FieldProblem(field, "unknown-code", message)));
    }

    /** @param country in which the phone number is dialled */
    record NewClient(
            @NotBlank String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
            @Nullable LocalDate birthDate,
            @Nullable String zone,
            @Nullable String language) {}

    record ClientChange(
            @NotNull Integer version,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
            @Nullable LocalDate birthDate,
            @Nullable String zone,
            @Nullable String language) {}

    record ClientJson(
            ClientId id,
            int version,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable LocalDate birthDate,
            String zone,
            String language,
            Instant since) {

        static ClientJson of(ClientView client) {
            return new ClientJson(
                    client.id(),
                    client.version(),
                    client.name(),
                    client.email(),
                    client.phone(),
                    client.birthDate(),
                    client.zone().getId(),
                    client.language().toLanguageTag(),
                    client.since());
        }
    }
}
