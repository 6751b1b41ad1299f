package app.afterwell.aftercare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.note.SaveDraft;
import app.afterwell.aftercare.note.SessionNotes;
import app.afterwell.aftercare.note.SignNote;
import app.afterwell.aftercare.plan.PlanView.PauseCause;
import app.afterwell.domain.Condition;
import app.afterwell.domain.SafetyProfileChanged;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@CareTest
class ProfileChangesTests {

    @Autowired
    ProfileChanges changes;

    @Autowired
    SessionNotes notes;

    @Autowired
    Plans plans;

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    private Case it;
    private PlanView plan;

    @BeforeEach
    void aPlanWithAFoamRoller() {
        it = calendar.visitJustOver();
        forms.confirm(it.clientId());
        plan = it.therapist().call(() -> {
            var note = notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3)));
            return notes.sign(new SignNote(
                            it.appointment(), note.version(), note.preview().digest(), List.of()))
                    .plan();
        });
        assertThat(paused(plan)).isEmpty();
        assertThat(all(plan)).contains("foam-roll-hamstrings");
    }

    private static List<String> all(PlanView plan) {
        return java.util.stream.Stream.concat(plan.offered().stream(), plan.later().stream())
                .map(PlanView.Item::item)
                .toList();
    }

    private static List<String> paused(PlanView plan) {
        return java.util.stream.Stream.concat(plan.offered().stream(), plan.later().stream())
                .filter(PlanView.Item::paused)
                .map(PlanView.Item::item)
                .toList();
    }

    private PlanView current() {
        return it.client().call(() -> plans.plan(plan.id()));
    }

    private List<TaskView> open() {
        return it.therapist()
                .call(() -> tasks.list(new TaskFilter(TaskStatus.OPEN, false, it.clientId()), 0, 50))
                .tasks();
    }

    @Test
    void what_is_no_longer_safe_is_put_on_hold_and_the_therapist_is_told_once() {
        forms.confirm(it.clientId(), Condition.ANTICOAGULANTS);

        changes.reconsider(it.clientId());
        changes.reconsider(it.clientId());

        assertThat(paused(current())).containsExactly("foam-roll-hamstrings");
        assertThat(current().pause().cause()).isEqualTo(PauseCause.SAFETY_PROFILE);
        assertThat(open()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.PROFILE_CHANGED);
            assertThat(task.detail().items()).containsExactly("foam-roll-hamstrings");
            assertThat(task.times()).isEqualTo(1);
        });
    }

    @Test
    void what_was_ticked_stays_ticked() {
        it.client().run(() -> plans.tick(plan.id(), "hydrate", 0));
        forms.confirm(it.clientId(), Condition.FLUID_RESTRICTION);

        changes.reconsider(it.clientId());

        assertThat(paused(current())).containsExactly("hydrate");
        assertThat(current().offered())
                .filteredOn(item -> item.item().equals("hydrate"))
                .singleElement()
                .satisfies(item -> assertThat(item.ticked()).containsExactly(0));
    }

    @Test
    void a_second_change_that_stops_more_is_one_task_still() {
        forms.confirm(it.clientId(), Condition.ANTICOAGULANTS);
        changes.reconsider(it.clientId());
        forms.confirm(it.clientId(), Condition.ANTICOAGULANTS, Condition.FLUID_RESTRICTION);
        changes.reconsider(it.clientId());

        assertThat(paused(current())).containsExactlyInAnyOrder("foam-roll-hamstrings", "hydrate");
        assertThat(open())
                .singleElement()
                .satisfies(task -> assertThat(task.detail().items()).contains("hydrate"));
    }

    @Test
    void the_event_of_intake_is_enough() {
        forms.confirm(it.clientId(), Condition.ANTICOAGULANTS);

        transaction.executeWithoutResult(status -> events.publishEvent(new SafetyProfileChanged(it.clientId(), 2)));

        await().untilAsserted(() -> assertThat(paused(current())).containsExactly("foam-roll-hamstrings"));
    }

    @Test
    void an_item_whose_words_must_change_is_put_on_hold_too() {
        forms.confirm(it.clientId(), Condition.FLUID_RESTRICTION);

        changes.reconsider(it.clientId());

        assertThat(paused(current())).containsExactly("hydrate");
    }

    @Test
    void a_change_that_touches_nothing_in_the_plan_stays_quiet() {
        forms.confirm(it.clientId(), Condition.ALLERGY_NUT_OILS);

        changes.reconsider(it.clientId());

        assertThat(paused(current())).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void what_is_still_unsafe_stays_on_hold_when_the_therapist_has_looked() {
        forms.confirm(it.clientId(), Condition.ANTICOAGULANTS);
        changes.reconsider(it.clientId());

        it.therapist().run(() -> plans.resume(plan.id()));
        assertThat(paused(current())).containsExactly("foam-roll-hamstrings");

        forms.confirm(it.clientId());
        it.therapist().run(() -> plans.resume(plan.id()));
        assertThat(paused(current())).isEmpty();
    }
}
