package app.afterwell.webui.api;

import app.afterwell.aftercare.engine.History;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.engine.ProtocolDefinition;
import app.afterwell.aftercare.protocol.ProtocolInfo;
import app.afterwell.aftercare.protocol.ProtocolReader;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.Condition;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The engine, and the protocol by which it decides. */
@RestController
@RequestMapping("/api/v1/aftercare")
@Tag(name = "Aftercare")
class AftercareController {

    private static final int MOST = 100_000;

    private final Protocols protocols;

    AftercareController(Protocols protocols) {
        this.protocols = protocols;
    }

    @Operation(
            summary = "The plan that would follow from a session",
            description = "Nothing is stored. The same body is answered the same, byte for byte.")
    @PostMapping("/preview")
    PlanResult preview(@RequestBody PreviewBody body) {
        var reader = new CodeReader();
        if (body.session() == null) {
            reader.problem("session", "required", "This is missing.");
        } else if (body.session().date() == null) {
            reader.problem("session.date", "required", "This is missing.");
        }
        if (body.session() == null || body.session().date() == null) {
            reader.refuse();
            throw new IllegalStateException("refused above");
        }
        var session = body.session().read("session", body.session().date(), protocols.inForce(), reader);
        var safety = body.safety() == null ? null : body.safety().read(reader);
        var history = body.history() == null ? History.NONE : body.history().read(reader);
        reader.refuse();
        return protocols.preview(session, safety, history);
    }

    @Operation(summary = "The protocol in force: who approved it, and what it holds")
    @GetMapping("/protocol")
    ProtocolJson protocol() {
        var info = protocols.inForceInfo();
        return ProtocolJson.of(info, protocols.version(info.number()).written());
    }

    @Operation(summary = "The JSON Schema of a protocol file")
    @GetMapping(value = "/protocol/schema", produces = "application/schema+json")
    @PreAuthorize("hasAnyRole('DESK', 'THERAPIST', 'OWNER')")
    String schema() {
        return ProtocolReader.schema();
    }

    /**
     * What the preview is asked.
     *
     * @param safety null if none is on file
     */
    record PreviewBody(
            @Nullable SessionBody session,
            @Nullable SafetyBody safety,
            @Nullable HistoryBody history) {}

    /** A safety profile. */
    record SafetyBody(
            @Nullable LocalDate confirmedOn, @Nullable List<ConditionBody> conditions) {

        SafetyProfile read(CodeReader reader) {
            var entries = new ArrayList<ConditionEntry>();
            List<ConditionBody> given = conditions == null ? List.of() : conditions;
            for (int i = 0; i < given.size(); i++) {
                String field = "safety.conditions[" + i + "]";
                if (!reader.isMissing(field, given.get(i))) {
                    entries.add(given.get(i).read(field, reader));
                }
            }
            return new SafetyProfile(1, confirmedOn, entries);
        }
    }

    /** A condition; one of which nothing more is known may be written as its code alone. */
    record ConditionBody(
            @Nullable String code,
            @Nullable List<PlaceBody> areas,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String clearedBy,
            @Nullable Boolean pending) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static ConditionBody whole(
                @JsonProperty("code") @Nullable String code,
                @JsonProperty("areas") @Nullable List<PlaceBody> areas,
                @JsonProperty("since") @Nullable LocalDate since,
                @JsonProperty("until") @Nullable LocalDate until,
                @JsonProperty("clearedBy") @Nullable String clearedBy,
                @JsonProperty("pending") @Nullable Boolean pending) {
            return new ConditionBody(code, areas, since, until, clearedBy, pending);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ConditionBody bare(String code) {
            return new ConditionBody(code, null, null, null, null, null);
        }

        ConditionEntry read(String field, CodeReader reader) {
            var where = new HashSet<BodyArea>();
            List<PlaceBody> given = areas == null ? List.of() : areas;
            for (int i = 0; i < given.size(); i++) {
                PlaceBody place = given.get(i);
                if (reader.isMissing(field + ".areas[" + i + "]", place)) {
                    continue;
                }
                where.add(reader.area(field + ".areas[" + i + "]", place.region(), place.side()));
            }
            return new ConditionEntry(
                    reader.code(field + (given.isEmpty() && since == null ? "" : ".code"), Condition.class, code),
                    where,
                    since,
                    until,
                    clearedBy,
                    Boolean.TRUE.equals(pending));
        }
    }

    /** A region and its side. */
    record PlaceBody(@Nullable String region, @Nullable String side) {}

    /** What came before. */
    record HistoryBody(
            @Nullable Integer earlierPlans, @Nullable List<VisitBody> visits) {

        History read(CodeReader reader) {
            reader.isBetween("history.earlierPlans", earlierPlans, 0, MOST);
            var past = new ArrayList<History.PastVisit>();
            List<VisitBody> given = visits == null ? List.of() : visits;
            for (int i = 0; i < given.size(); i++) {
                String field = "history.visits[" + i + "]";
                if (!reader.isMissing(field, given.get(i))) {
                    past.add(given.get(i).read(field, reader));
                }
            }
            return new History(earlierPlans == null ? 0 : earlierPlans, past);
        }
    }

    /** An earlier visit; whatever is not known is null. */
    record VisitBody(
            @Nullable Integer daysAgo,
            @Nullable Integer minutes,
            @Nullable Integer maxPressure,
            @Nullable Integer painBefore,
            @Nullable Integer painAfter,
            @Nullable Integer sorenessHours,
            @Nullable String outcome) {

        History.PastVisit read(String field, CodeReader reader) {
            reader.isBetween(field + ".daysAgo", daysAgo, 0, MOST);
            reader.isBetween(field + ".minutes", minutes, 0, MOST);
            reader.isBetween(field + ".maxPressure", maxPressure, 1, 5);
            reader.isBetween(field + ".painBefore", painBefore, 0, 10);
            reader.isBetween(field + ".painAfter", painAfter, 0, 10);
            reader.isBetween(field + ".sorenessHours", sorenessHours, 0, MOST);
            return new History.PastVisit(
                    daysAgo,
                    minutes,
                    maxPressure,
                    painBefore,
                    painAfter,
                    sorenessHours,
                    outcome == null ? null : reader.code(field + ".outcome", Outcome.class, outcome));
        }
    }

    /** The protocol in force. */
    record ProtocolJson(
            int version,
            boolean approved,
            String status,
            String contentHash,
            String notice,
            String lastEditor,
            Instant editedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            Map<String, String> sources,
            List<ItemJson> items,
            List<PromptJson> prompts) {

        static ProtocolJson of(ProtocolInfo info, ProtocolDefinition written) {
            return new ProtocolJson(
                    info.number(),
                    info.approved(),
                    info.status().name(),
                    info.contentHash(),
                    written.notice(),
                    info.lastEditor(),
                    info.editedAt(),
                    info.approvedBy(),
                    info.approvedAt(),
                    written.sources(),
                    written.items().stream().map(ItemJson::of).toList(),
                    written.prompts().stream()
                            .map(prompt -> new PromptJson(prompt.code(), prompt.text(), prompt.sources()))
                            .toList());
        }
    }

    /**
     * An item of the catalogue.
     *
     * @param regions where it can be done; empty means the whole body
     * @param background for the therapist, never for the client
     */
    record ItemJson(
            String item,
            String title,
            String kind,
            boolean switchedOn,
            boolean pickOnly,
            List<Region> regions,
            int minutes,
            String dose,
            List<Integer> days,
            List<String> steps,
            @Nullable String background,
            List<String> sources,
            String evidence,
            List<SafetyJson> safety) {

        static ItemJson of(ProtocolDefinition.Item item) {
            return new ItemJson(
                    item.code(),
                    item.title(),
                    item.kind().name(),
                    item.switchedOn(),
                    item.offers().isEmpty(),
                    item.regions() == null
                            ? List.of()
                            : item.regions().stream().sorted().toList(),
                    item.minutes(),
                    item.dose(),
                    item.days(),
                    item.steps().stream().map(ProtocolDefinition.Step::text).toList(),
                    item.background(),
                    item.sources(),
                    item.evidence().name(),
                    item.safety().stream()
                            .map(row -> new SafetyJson(
                                    item.code() + "." + row.rule(),
                                    row.effect().name().toLowerCase(Locale.ROOT),
                                    row.sources(),
                                    row.evidence().name()))
                            .toList());
        }
    }

    /** A safety rule of an item. */
    record SafetyJson(String rule, String effect, List<String> sources, String evidence) {}

    /** A prompt for the therapist. */
    record PromptJson(String prompt, String text, List<String> sources) {}
}
