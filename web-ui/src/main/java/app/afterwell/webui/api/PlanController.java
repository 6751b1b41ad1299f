package app.afterwell.webui.api;

import app.afterwell.aftercare.checkin.AnswerCheckIn;
import app.afterwell.aftercare.checkin.Answered;
import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.aftercare.plan.Kept;
import app.afterwell.aftercare.plan.PlanSummary;
import app.afterwell.aftercare.plan.PlanView;
import app.afterwell.aftercare.plan.Plans;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.PlanId;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.Symptom;
import app.afterwell.domain.TaskId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The aftercare plans: read, ticked, answered. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Plans")
class PlanController {

    private final Plans plans;
    private final CheckIns checkIns;

    PlanController(Plans plans, CheckIns checkIns) {
        this.plans = plans;
        this.checkIns = checkIns;
    }

    @Operation(summary = "A client's plans, newest first")
    @GetMapping("/clients/{client}/plans")
    Paged<PlanSummary> ofClient(@PathVariable ClientId client, @Valid @ParameterObject Paging paging) {
        var all = plans.ofClient(client);
        var page = all.stream()
                .skip((long) paging.index() * paging.limit())
                .limit(paging.limit())
                .toList();
        return Paged.of(page, paging, all.size());
    }

    @Operation(summary = "One plan; what only staff may see is there for a therapist only")
    @GetMapping("/plans/{plan}")
    PlanView plan(@PathVariable PlanId plan) {
        return plans.plan(plan);
    }

    @Operation(summary = "Done on that day of the plan, 0 being the day of the visit; the same tick twice is one tick")
    @PostMapping("/plans/{plan}/items/{item}/ticks")
    TickJson tick(@PathVariable PlanId plan, @PathVariable String item, @RequestBody @Valid TickBody body) {
        var kept = body.kept() == null ? Kept.DONE : body.kept();
        plans.tick(plan, item, body.day(), kept);
        return new TickJson(plan, item, body.day(), kept);
    }

    @Operation(summary = "Take a tick back")
    @DeleteMapping("/plans/{plan}/items/{item}/ticks/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void untick(@PathVariable PlanId plan, @PathVariable String item, @PathVariable int day) {
        plans.untick(plan, item, day);
    }

    @Operation(summary = "The therapist has looked: what is on hold goes on, but for what is not safe now")
    @PostMapping("/plans/{plan}/resume")
    PlanView resume(@PathVariable PlanId plan) {
        return plans.resume(plan);
    }

    @Operation(summary = "Say how you are: answers the question that is open, or tells it unasked")
    @PostMapping("/plans/{plan}/check-ins")
    ResponseEntity<AnsweredJson> answer(@PathVariable PlanId plan, @RequestBody @Valid AnswerBody body) {
        var answered = checkIns.answer(plan, body.answer());
        return ResponseEntity.created(URI.create("/api/v1/check-ins/" + answered.id()))
                .body(AnsweredJson.of(answered));
    }

    @Operation(summary = "What an answer came to")
    @GetMapping("/check-ins/{checkIn}")
    AnsweredJson answered(@PathVariable CheckInId checkIn) {
        return AnsweredJson.of(checkIns.answered(checkIn));
    }

    /** @param day of the plan, 0 being the day of the visit */
    /** @param kept DONE if it is left out; the last answer for a day counts */
    record TickBody(
            @NotNull @Min(0) @Max(365) Integer day,
            @Nullable Kept kept) {}

    record TickJson(PlanId plan, String item, int day, Kept kept) {}

    /**
     * How a client is.
     *
     * @param done codes of the plan's items that were done today
     */
    record AnswerBody(
            @NotNull @Min(0) @Max(10) Integer pain,
            @Nullable @Size(max = 100) List<@NotNull @Valid AreaJson> areas,
            @Nullable Set<@NotNull Symptom> symptoms,
            @Nullable @Size(max = 100) List<@NotNull String> done,
            @Nullable @Size(max = 2000) String note) {

        AnswerCheckIn answer() {
            List<AreaJson> where = areas == null ? List.of() : areas;
            return new AnswerCheckIn(
                    new PainScore(pain),
                    where.stream()
                            .map(area -> new BodyArea(area.region(), area.side()))
                            .toList(),
                    symptoms == null ? Set.of() : symptoms,
                    done == null ? List.of() : done,
                    note);
        }
    }

    record AreaJson(@NotNull Region region, @NotNull Side side) {}

    /**
     * What an answer came to.
     *
     * @param guidance what to do now, in order
     * @param task that staff got or that was raised
     * @param expected upper edge of the pain that was to be expected then
     * @param next when the next question comes
     * @param paused whether the plan's self-care is on hold now
     */
    record AnsweredJson(
            CheckInId id,
            PlanId plan,
            Outcome outcome,
            String headline,
            List<String> guidance,
            @Nullable TaskId task,
            Instant at,
            int pain,
            double expected,
            @Nullable Instant next,
            boolean paused) {

        static AnsweredJson of(Answered answered) {
            return new AnsweredJson(
                    answered.id(),
                    answered.plan(),
                    answered.outcome(),
                    answered.headline(),
                    answered.guidance(),
                    answered.task(),
                    answered.at(),
                    answered.pain(),
                    answered.expected(),
                    answered.next(),
                    answered.paused());
        }
    }
}
