package app.afterwell.aftercare.plan;

import app.afterwell.aftercare.engine.Because;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.followup.RaiseTask;
import app.afterwell.aftercare.followup.TaskBook;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.aftercare.protocol.Protocols;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.SafetyProfileChanged;
import app.afterwell.domain.SafetyProfiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides open plans again when a client's safety profile changes, by the protocol version that each has pinned. What
 * is no longer safe is put on hold at once, and the therapist is told. The same event twice changes nothing more.
 */
@Component
class ProfileChanges {

    private static final Duration DUE = Duration.ofHours(4);

    private final IssuedPlans plans;
    private final Protocols protocols;
    private final SafetyProfiles profiles;
    private final TaskBook tasks;
    private final Clock clock;

    ProfileChanges(IssuedPlans plans, Protocols protocols, SafetyProfiles profiles, TaskBook tasks, Clock clock) {
        this.plans = plans;
        this.protocols = protocols;
        this.profiles = profiles;
        this.tasks = tasks;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(SafetyProfileChanged event) {
        reconsider(event.client());
    }

    @Transactional
    void reconsider(ClientId client) {
        var now = clock.instant();
        var profile = profiles.of(client).orElse(null);
        for (var plan :
                plans.openOn(client, now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1))) {
            var again = protocols.version(plan.protocolVersion()).plan(plan.session(), profile, plan.history());
            var unsafe = Safety.newlyUnsafe(plan, again);
            if (!unsafe.isEmpty() && plans.pause(plan, unsafe, PlanView.PauseCause.SAFETY_PROFILE, now)) {
                tell(plan, unsafe, rules(again, unsafe), now);
            }
        }
    }

    private void tell(PlanBasis plan, List<String> items, List<String> rules, Instant now) {
        tasks.raise(new RaiseTask(
                TaskKind.PROFILE_CHANGED,
                Urgency.TODAY,
                "profile:" + plan.id(),
                rules,
                plan.client(),
                plan.practitioner(),
                plan.appointment(),
                plan.id(),
                null,
                new TaskView.Detail(null, rules, List.of(), null, null, List.of(), items, null, null, List.of()),
                now.plus(DUE)));
    }

    private static List<String> rules(PlanResult again, List<String> items) {
        return Stream.of(
                        again.withheld().stream()
                                .filter(row -> items.contains(row.item()))
                                .flatMap(row -> row.because().stream()),
                        again.review().stream()
                                .filter(row -> items.contains(row.item()))
                                .flatMap(row -> row.because().stream()),
                        again.offered().stream()
                                .filter(row -> row.modified() && items.contains(row.item()))
                                .flatMap(row -> row.because().stream()))
                .flatMap(all -> all)
                .map(Because::rule)
                .distinct()
                .toList();
    }
}
