package app.afterwell.aftercare.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.CareTest;
import app.afterwell.aftercare.Clinic;
import app.afterwell.aftercare.Clinic.Case;
import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskKind;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Tasks;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import testsupport.MutableClock;
import testsupport.TestActor;

@CareTest
class OwedNotesTests {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @Autowired
    OwedNotes owed;

    @Autowired
    SessionNotes notes;

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
            assertThat(task.title()).isEqualTo("Sign Marta Silva’s note");
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
}
