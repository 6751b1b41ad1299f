package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.engine.Decision;
import app.afterwell.aftercare.engine.PlanResult;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import app.afterwell.aftercare.plan.Basics;
import app.afterwell.aftercare.plan.BasicsGiven;
import app.afterwell.aftercare.plan.GivenBasics;
import app.afterwell.domain.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import testsupport.MutableClock;
import testsupport.TestActor;

@CareTest
@RecordApplicationEvents
class OwedNotesTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    OwedNotes owed;

    @Autowired
    SessionNotes notes;

    @Autowired
    Basics basics;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Tasks tasks;

    @Autowired
    Clinic.Calendar calendar;

    @Autowired
    Clinic.Forms forms;

    @Autowired
    MutableClock clock;

    @AfterEach
    void backToSunday() {
        clock.set(SUNDAY);
    }

    private List<TaskView> open(TestActor who, Case it) {
        return who.call(() -> tasks.list(new TaskFilter(TaskStatus.OPEN, false, it.clientId()), 0, 10))
                .tasks();
    }

    @Test
    void a_note_that_is_not_signed_by_the_next_morning_is_one_task_until_it_is() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId());

        clock.set(Instant.parse("2026-11-23T08:59:00Z"));
        owed.remind();
        assertThat(open(it.therapist(), it)).isEmpty();

        clock.set(Instant.parse("2026-11-23T09:00:00Z"));
        owed.remind();
        owed.remind();
        assertThat(open(it.therapist(), it)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.UNSIGNED_NOTE);
            assertThat(task.clientName()).isEqualTo("Marta Silva");
            assertThat(task.times()).isEqualTo(1);
        });
        assertThat(open(TestActor.desk(), it)).isEmpty();

        it.therapist().run(() -> {
            var note = notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3)));
            notes.sign(new SignNote(
                    it.appointment(), note.version(), note.preview().digest(), List.of()));
        });
        assertThat(open(it.therapist(), it)).isEmpty();
        owed.remind();
        assertThat(open(it.therapist(), it)).isEmpty();
    }

    @Test
    void the_client_gets_the_basics_meanwhile_and_the_plan_when_it_is_signed() {
        var it = calendar.visitJustOver();
        forms.confirm(it.clientId(), Condition.KIDNEY_DISEASE);

        clock.set(Instant.parse("2026-11-23T08:59:00Z"));
        owed.remind();
        assertThat(given(it)).isEmpty();

        clock.set(Instant.parse("2026-11-23T09:00:00Z"));
        owed.remind();
        owed.remind();
        var basics = given(it).orElseThrow();
        assertThat(basics.items())
                .extracting(PlanResult.PlanItem::item)
                .containsExactlyInAnyOrder("rest-and-sleep", "hydrate", "gentle-movement", "ask-your-therapist");
        assertThat(basics.items())
                .filteredOn(item -> item.item().equals("hydrate"))
                .singleElement()
                .satisfies(item -> assertThat(item.modified()).isTrue());
        assertThat(events.stream(BasicsGiven.class)
                        .filter(event -> event.client().equals(it.clientId())))
                .hasSize(1);

        clock.set(Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(given(it)).isEmpty();

        clock.set(Instant.parse("2026-11-23T12:00:00Z"));
        it.therapist().run(() -> {
            var note = notes.save(new SaveDraft(it.appointment(), 0, Clinic.hamstrings(3)));
            notes.sign(new SignNote(
                    it.appointment(),
                    note.version(),
                    note.preview().digest(),
                    note.preview().plan().review().stream()
                            .map(item -> new Decision(item.item(), null, Decision.Kind.DROP, null))
                            .toList()));
        });
        assertThat(given(it)).isEmpty();
    }

    @Test
    void nobody_else_sees_which_basics_a_client_got() {
        var it = calendar.visitJustOver();
        assertThatThrownBy(() -> it.therapist().run(() -> basics.current(it.clientId())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Optional<GivenBasics> given(Case it) {
        return it.client().call(() -> basics.current(it.clientId()));
    }
}
