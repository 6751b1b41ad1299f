package app.afterwell.webui.api;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.intake.PutSafetyProfile;
import app.afterwell.intake.SafetyProfileService;
import app.afterwell.intake.SafetyProfileView;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What treatment and aftercare must respect about a client. */
@RestController
@RequestMapping("/api/v1/clients/{id}/safety-profile")
@Tag(name = "Clients")
class SafetyProfileController {

    private final SafetyProfileService profiles;

    SafetyProfileController(SafetyProfileService profiles) {
        this.profiles = profiles;
    }

    @Operation(summary = "The safety profile; version 0 if none is on file")
    @GetMapping
    ProfileJson get(@PathVariable ClientId id) {
        return ProfileJson.of(profiles.get(id));
    }

    @Operation(
            summary = "Say that this is right, from today on",
            description = "What a client takes away stays, as pending, until the therapist agrees.")
    @PutMapping
    ProfileJson put(@PathVariable ClientId id, @RequestBody @Valid PutProfile body) {
        var conditions = body.conditions().stream().map(ConditionJson::entry).toList();
        return ProfileJson.of(profiles.put(new PutSafetyProfile(id, body.version(), conditions, body.notes())));
    }

    /** @param version that was looked at; 0 the first time */
    record PutProfile(
            @NotNull Integer version,
            @NotNull @Size(max = 100) List<@NotNull @Valid ConditionJson> conditions,
            @Nullable String notes) {}

    record ProfileJson(int version, @Nullable LocalDate confirmedOn, List<ConditionJson> conditions, String notes) {

        static ProfileJson of(SafetyProfileView view) {
            return new ProfileJson(
                    view.version(),
                    view.confirmedOn(),
                    view.conditions().stream().map(ConditionJson::of).toList(),
                    view.notes());
        }
    }

    /**
     * A condition; one of which nothing more is known may be written as its code alone.
     *
     * @param pending the client has taken it away, and the therapist has not agreed yet; only ever answered
     * @param ask its dates should be asked; only ever answered
     */
    record ConditionJson(
            @NotNull Condition code,
            @Nullable List<@NotNull @Valid AreaJson> areas,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String clearedBy,
            @Nullable Boolean pending,
            @Nullable Boolean ask) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static ConditionJson whole(
                @JsonProperty("code") Condition code,
                @JsonProperty("areas") @Nullable List<AreaJson> areas,
                @JsonProperty("since") @Nullable LocalDate since,
                @JsonProperty("until") @Nullable LocalDate until,
                @JsonProperty("clearedBy") @Nullable String clearedBy) {
            return new ConditionJson(code, areas, since, until, clearedBy, null, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ConditionJson bare(String code) {
            try {
                return whole(Condition.valueOf(code), null, null, null, null);
            } catch (IllegalArgumentException e) {
                var message = "Unknown code: " + code;
                throw new UnacceptableException(
                        "unknown-code", message, List.of(new FieldProblem("", "unknown-code", message)));
            }
        }

        static ConditionJson of(SafetyProfileView.Entry entry) {
            var condition = entry.condition();
            return new ConditionJson(
                    condition.code(),
                    condition.areas().stream()
                            .sorted()
                            .map(area -> new AreaJson(area.region(), area.side()))
                            .toList(),
                    condition.since(),
                    condition.until(),
                    condition.clearedBy(),
                    condition.pending(),
                    entry.ask());
        }

        ConditionEntry entry() {
            Set<BodyArea> where = areas == null
                    ? Set.of()
                    : areas.stream()
                            .map(area -> new BodyArea(area.region(), area.side()))
                            .collect(Collectors.toSet());
            return new ConditionEntry(code, where, since, until, clearedBy, false);
        }
    }

    record AreaJson(@NotNull Region region, @NotNull Side side) {}
}
